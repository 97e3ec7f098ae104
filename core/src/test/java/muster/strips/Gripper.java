package muster.strips;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Balls that a robot with two hands carries from one room to another; a plan of the least cost takes two at a time.
final class Gripper {
    private static final int HERE = 0;
    private static final int FREE = 2;
    private static final int FIRST = 4;

    private Gripper() {}

    /// The optimum for an even number of balls is three steps a ball, minus one.
    static StripsTask of(int balls) {
        var operators = new ArrayList<Operator>();
        operators.add(act("go", FactSet.of(HERE), FactSet.of(HERE + 1), FactSet.of(HERE)));
        operators.add(act("return", FactSet.of(HERE + 1), FactSet.of(HERE), FactSet.of(HERE + 1)));
        for (int ball = 0; ball < balls; ball++) {
            for (int hand = 0; hand < 2; hand++) {
                carry(ball, hand, operators);
            }
        }
        var initial = IntStream.concat(
                IntStream.of(HERE, FREE, FREE + 1), IntStream.range(0, balls).map(ball -> at(ball, 0)));
        var goal = IntStream.range(0, balls).map(ball -> at(ball, 1));
        return StripsTask.of(FIRST + 4 * balls, FactSet.of(initial.toArray()), FactSet.of(goal.toArray()), operators);
    }

    private static void carry(int ball, int hand, List<Operator> operators) {
        int held = FIRST + 4 * ball + 2 + hand;
        for (int room = 0; room < 2; room++) {
            var lying = FactSet.of(HERE + room, at(ball, room), FREE + hand);
            operators.add(act("pick", lying, FactSet.of(held), FactSet.of(at(ball, room), FREE + hand)));
            operators.add(act(
                    "drop", FactSet.of(HERE + room, held), FactSet.of(at(ball, room), FREE + hand), FactSet.of(held)));
        }
    }

    private static int at(int ball, int room) {
        return FIRST + 4 * ball + room;
    }

    private static Operator act(String name, FactSet pre, FactSet add, FactSet del) {
        return new Operator(name, pre, add, del, 1, Operator.Numeric.NONE);
    }
}
