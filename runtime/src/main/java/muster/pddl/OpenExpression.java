package muster.pddl;

import java.util.List;

record OpenExpression(List<Node> items, Node.Word at) {}
