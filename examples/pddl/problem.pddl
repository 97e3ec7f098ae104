(define (problem three-changes)
  (:domain release)
  (:objects
    ann bob - agent
    search cart banner - change
    fast - runner
    main next - branch)
  (:init
    (may-review ann search) (may-review ann cart) (may-review bob cart) (may-review bob banner)
    (= (hours ann) 1) (= (hours bob) 2)
    (on search main) (on cart next) (on banner main)
    (cached fast main)
    (frozen next)
    (= (total-cost) 0))
  (:goal (and (shipped search) (shipped cart) (shipped banner)))
  (:metric minimize (total-cost)))
