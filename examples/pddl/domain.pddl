; Changes are reviewed, then built on a runner that holds the cache of one branch at a time, then shipped.
(define (domain release)
  (:requirements :strips :typing :negative-preconditions :action-costs)
  (:types agent change runner branch)
  (:predicates
    (may-review ?who - agent ?what - change)
    (on ?what - change ?branch - branch)
    (cached ?where - runner ?branch - branch)
    (reviewed ?what - change)
    (built ?what - change)
    (shipped ?what - change)
    (frozen ?branch - branch))
  (:functions
    (total-cost)
    (hours ?who - agent))

  (:action review
    :parameters (?who - agent ?what - change)
    :precondition (may-review ?who ?what)
    :effect (and (reviewed ?what) (increase (total-cost) (hours ?who))))

  (:action switch
    :parameters (?where - runner ?from ?to - branch)
    :precondition (and (cached ?where ?from) (not (= ?from ?to)))
    :effect (and (not (cached ?where ?from)) (cached ?where ?to) (increase (total-cost) 3)))

  (:action build
    :parameters (?what - change ?where - runner ?branch - branch)
    :precondition (and (reviewed ?what) (on ?what ?branch) (cached ?where ?branch))
    :effect (and (built ?what) (increase (total-cost) 1)))

  (:action thaw
    :parameters (?branch - branch)
    :precondition (frozen ?branch)
    :effect (and (not (frozen ?branch)) (increase (total-cost) 2)))

  (:action ship
    :parameters (?what - change ?branch - branch)
    :precondition (and (built ?what) (on ?what ?branch) (not (frozen ?branch)))
    :effect (and (shipped ?what) (increase (total-cost) 1))))
