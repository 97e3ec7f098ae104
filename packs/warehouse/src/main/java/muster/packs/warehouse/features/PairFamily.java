package muster.packs.warehouse.features;

import java.util.Locale;
import muster.packs.warehouse.naming.Variant;

/// Families with one table per pair and variant.
enum PairFamily {
    AGG,
    ALIGN,
    MOM,
    VOL,
    REG,
    LAG,
    REGIME,
    DER,
    REV,
    DIV,
    EXT,
    MRT,
    CYC,
    TMP;

    Sheet sheet(Series series) {
        return switch (this) {
            case AGG -> Levels.agg(series);
            case ALIGN -> Levels.align(series);
            case MOM -> Moves.mom(series);
            case VOL -> Moves.vol(series);
            case REG -> Regression.reg(series);
            case LAG -> Lags.lag(series);
            case REGIME -> Lags.regime(series);
            case DER -> Turns.der(series);
            case REV -> Turns.rev(series);
            case DIV -> Turns.div(series);
            case EXT -> Turns.ext(series);
            case MRT -> Turns.mrt(series);
            case CYC -> Turns.cyc(series);
            case TMP -> Calendar.tmp(series);
        };
    }

    /// Some are made from momentum by window, which prices do not have; `tmp` is of the clock alone, and the standard
    /// asks for a variant all the same.
    boolean has(Variant variant) {
        return switch (this) {
            case AGG, ALIGN, MOM, VOL, REG, LAG, REGIME -> true;
            case DER, REV, DIV, EXT, MRT, CYC -> variant == Variant.BQX;
            case TMP -> variant == Variant.IDX;
        };
    }

    /// As table names have it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
