package muster.rcpsp;

/// A problem as the search sees it: something that turns an order of activities into times. Whoever implements it
/// decides what a time is (a period, a second on a calendar) and which rules hold; the search only compares values.
///
/// One object serves one thread, since it may keep room to work in. Equal orders and modes give equal times, on every
/// object of the same problem.
public interface Decoding {
    /// The value of an order that has no feasible times.
    long INFEASIBLE = Long.MAX_VALUE;

    /// How many activities there are; they are numbered from 0.
    int size();

    /// The activities that come before this one in every order; without duplicates, not to be changed.
    int[] predecessors(int activity);

    /// In how many ways it can be done, at least 1; the ways are numbered from 0.
    int modes(int activity);

    /// When it must be finished if the project is to end as early as the precedences alone allow: the order of these
    /// instants is where the search begins.
    long latestFinish(int activity);

    /// No order has a value below this one; the search ends when it is met.
    long bound();

    /// Places the activities one by one in the candidate's order, each as early as possible (the serial schedule
    /// generation scheme), and sets its starts and finishes.
    ///
    /// @return the value to be made small, such as the makespan; [#INFEASIBLE] if the order has no times
    long forward(Candidate candidate);

    /// Places the activities one by one from the end of the candidate's order to its begin, each as late as possible
    /// without any finishing later than the last does now, and sets its starts and finishes. The times of the
    /// candidate must be those of the last call of [#forward] on this object.
    ///
    /// @return false if that is not possible, with times undefined
    boolean backward(Candidate candidate);
}
