package muster.probes.data;

import java.util.List;
import java.util.Set;
import muster.audit.Finding;
import muster.observation.Findings;

/// Numbers that are rather the size of one page of a listing than a count. A dataset of 5,817 tables was once
/// taken for one of 52, because the listing had shown one page. Such a count is no defect; only a second path can
/// tell.
public final class PageSizes {
    /// Default and largest page sizes of list calls: 50 (bq ls, BigQuery tables.list), 100 (GitHub, Cloud Run),
    /// 200, 250, 500 (Kubernetes, Cloud Logging), 1,000 (S3, Cloud Storage), 5,000 (Azure Blob) and round limits
    /// of queries.
    private static final Set<Long> PAGES = Set.of(
            20L,
            25L,
            30L,
            50L,
            100L,
            200L,
            250L,
            500L,
            1_000L,
            2_000L,
            5_000L,
            10_000L,
            20_000L,
            50_000L,
            100_000L,
            1_000_000L);

    private PageSizes() {}

    /// True if a listing with so many entries may be one page of a longer one.
    public static boolean isSuspect(long count) {
        return PAGES.contains(count);
    }

    /// A REMARK `page-size-count` if the count is suspect, else nothing.
    public static List<Finding> alarm(long count, String place) {
        return isSuspect(count)
                ? List.of(Findings.remark(
                        "page-size-count", place, count + " is the size of a page; only a second path can tell"))
                : List.of();
    }
}
