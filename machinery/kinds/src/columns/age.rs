//! How long ago something was, in the few characters that a table has room for. Used by every printer with an age. Source: upstream
//! `apimachinery/pkg/util/duration`.

const SECOND: i128 = 1_000_000_000;

/// A span in two units at most; `<invalid>` for one that is negative by two seconds or more (clocks of two machines may differ by
/// less). Nanoseconds.
#[must_use]
pub fn human_duration(nanos: i128) -> String {
    // Go's differences of times end at 292 years.
    let seconds = nanos.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) / SECOND;
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    let (days, years) = (hours / 24, hours / 24 / 365);
    match (seconds, minutes, hours) {
        (..=-2, ..) => "<invalid>".to_owned(),
        (-1..=0, ..) => "0s".to_owned(),
        (..120, ..) => format!("{seconds}s"),
        (_, ..10, _) => two((minutes, "m"), (seconds % 60, "s")),
        (_, ..180, _) => format!("{minutes}m"),
        (.., ..8) => two((hours, "h"), (minutes % 60, "m")),
        (.., ..48) => format!("{hours}h"),
        (.., ..192) => two((days, "d"), (hours % 24, "h")),
        (.., ..17_520) => format!("{days}d"),
        (.., ..70_080) => two((years, "y"), (days % 365, "d")),
        _ => format!("{years}y"),
    }
}

/// Two units, the second one only where there is some of it.
fn two((first, unit): (i128, &str), (second, small): (i128, &str)) -> String {
    if second == 0 { format!("{first}{unit}") } else { format!("{first}{unit}{second}{small}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_rounded_down_to_two_units() {
        const MINUTE: i128 = 60 * SECOND;
        const HOUR: i128 = 60 * MINUTE;
        const DAY: i128 = 24 * HOUR;
        let check = |nanos: i128, expect: &str| assert_eq!(human_duration(nanos), expect, "{nanos}");
        check(i128::MIN, "<invalid>");
        check(-2 * SECOND, "<invalid>");
        check(-2 * SECOND + 1, "0s");
        check(-SECOND, "0s");
        check(0, "0s");
        check(SECOND - 1, "0s");
        check(SECOND, "1s");
        check(70 * SECOND, "70s");
        check(2 * MINUTE - 1, "119s");
        check(2 * MINUTE, "2m");
        check(190 * SECOND, "3m10s");
        check(10 * MINUTE - 1, "9m59s");
        check(10 * MINUTE + SECOND, "10m");
        check(3 * HOUR - 1, "179m");
        check(3 * HOUR, "3h");
        check(3 * HOUR + MINUTE, "3h1m");
        check(8 * HOUR - 1, "7h59m");
        check(8 * HOUR + 59 * MINUTE, "8h");
        check(2 * DAY - 1, "47h");
        check(2 * DAY, "2d");
        check(3 * DAY + 5 * HOUR, "3d5h");
        check(8 * DAY - 1, "7d23h");
        check(8 * DAY + HOUR, "8d");
        check(730 * DAY - 1, "729d");
        check(730 * DAY, "2y");
        check(731 * DAY, "2y1d");
        check(8 * 365 * DAY - 1, "7y364d");
        check(8 * 365 * DAY, "8y");
        check(i128::MAX, "292y");
    }
}
