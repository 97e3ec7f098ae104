package muster.audit;

/// Something particular that a probe saw.
///
/// @param code short stable name, such as `unknown-column`
/// @param place `path:line`, or the path, table or package it concerns
public record Finding(String code, Weight weight, String message, String place) {
    @Override
    public String toString() {
        return message + " (" + place + ")";
    }
}
