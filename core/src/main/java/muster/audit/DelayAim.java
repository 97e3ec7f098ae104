package muster.audit;

enum DelayAim {
    WHOLE_PLAN,
    ONE_PHASE
}
