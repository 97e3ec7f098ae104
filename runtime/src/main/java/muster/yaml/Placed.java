package muster.yaml;

import muster.plan.Location;

/// A node that knows its place without a mark.
interface Placed {
    Location place();
}
