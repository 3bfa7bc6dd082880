import CivilCalendar
import Glibc

/// The times of the sun at a place, on the place's own clock.
///
/// Accurate to a minute or two between the polar circles, less where the sun only grazes the horizon.
///
/// - Source: NOAA Global Monitoring Laboratory, "Solar Calculation Details"; J. Meeus, "Astronomical
///   Algorithms", chapters 25 and 28.
struct SunClock: Sendable {
    let coordinates: Coordinates
    let zone: TimeZoneRules

    /// Minutes after 00:00 of the day, to the nearest; may lie outside the day where the clock is far from the
    /// sun.
    ///
    /// While the sun stays above the event's height all day, its mornings are 00:00 and its evenings 24:00.
    /// While it stays below, both are noon by the sun: the light lasts no time at all.
    func minute(of event: SunEvent, day: Int) -> Int {
        let noon = solarNoon(day: day)
        switch halfDay(event, day: day, at: noon) {
        case .always: return event.isMorning ? 0 : 1440
        case .never: return minute(atUTCMinute: noon, of: day)
        case .minutes(let first):
            // Once more with the sun's place at the event itself, not at noon.
            let moment = event.isMorning ? noon - first : noon + first
            guard case .minutes(let second) = halfDay(event, day: day, at: moment) else {
                return minute(atUTCMinute: moment, of: day)
            }
            return minute(atUTCMinute: event.isMorning ? noon - second : noon + second, of: day)
        }
    }

    private func minute(atUTCMinute minute: Double, of day: Int) -> Int {
        let dayStart = Int64(day) * 86_400
        let second = dayStart + Int64((minute * 60).rounded())
        let offset = zone.offset(at: Instant(secondsSinceEpoch: second))
        return Int(((Double(second - dayStart) + Double(offset)) / 60).rounded())
    }

    /// Noon by the sun, in minutes of UTC after 00:00 of the day.
    private func solarNoon(day: Int) -> Double {
        let mean = 720 - 4 * coordinates.longitude
        // The zone may be a whole day away from the longitude, as east of the date line.
        let offset = zone.offset(at: Instant(secondsSinceEpoch: Int64(day) * 86_400 + Int64(mean * 60)))
        let days = ((mean + Double(offset) / 60 - 720) / 1440).rounded()
        let nearest = mean - days * 1440
        return nearest - Sun(daysSince1970: Double(day) + nearest / 1440).equationOfTime
    }

    private enum HalfDay {
        /// From noon to the event, or from the event to noon.
        case minutes(Double)
        case always, never
    }

    private func halfDay(_ event: SunEvent, day: Int, at minute: Double) -> HalfDay {
        let declination = Sun(daysSince1970: Double(day) + minute / 1440).declination
        let latitude = coordinates.latitude * .pi / 180
        let height = event.height * .pi / 180
        let cosine =
            (sin(height) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination))
        if cosine <= -1 { return .always }
        // At a pole the divisor can be so small that nothing else is left.
        guard cosine < 1 else { return .never }
        return .minutes(acos(cosine) * 180 / .pi * 4)
    }
}

extension SunEvent {
    fileprivate var isMorning: Bool {
        switch self {
        case .dawn, .sunrise: true
        case .sunset, .dusk: false
        }
    }

    /// Of the sun's centre over the horizon, in degrees.
    ///
    /// At sunrise its upper edge is seen at the horizon, through air that lifts it by half a degree.
    fileprivate var height: Double {
        switch self {
        case .dawn, .dusk: -6
        case .sunrise, .sunset: -0.833
        }
    }
}

/// The sun's place in the sky at a moment.
private struct Sun {
    /// Radians north of the equator.
    let declination: Double
    /// How much the sun is ahead of a steady clock, in minutes.
    let equationOfTime: Double

    init(daysSince1970 days: Double) {
        let century = (days - 10_957.5) / 36_525
        let radians = Double.pi / 180
        let longitude =
            (280.46646 + century * (36_000.76983 + century * 0.0003032))
            .truncatingRemainder(dividingBy: 360) * radians
        let anomaly = (357.52911 + century * (35_999.05029 - 0.0001537 * century)) * radians
        let eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century)
        let centre =
            (sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
                + sin(2 * anomaly) * (0.019993 - 0.000101 * century) + sin(3 * anomaly) * 0.000289)
            * radians
        let node = (125.04 - 1934.136 * century) * radians
        let apparent = longitude + centre - (0.00569 + 0.00478 * sin(node)) * radians
        let meanObliquity =
            23.43929111 - century * (0.0130041667 + century * (0.000000163889 - century * 0.000000503611))
        let obliquity = (meanObliquity + 0.00256 * cos(node)) * radians
        declination = asin(sin(obliquity) * sin(apparent))
        let y = tan(obliquity / 2) * tan(obliquity / 2)
        let excess =
            y * sin(2 * longitude) - 2 * eccentricity * sin(anomaly)
            + 4 * eccentricity * y * sin(anomaly) * cos(2 * longitude)
            - 0.5 * y * y * sin(4 * longitude) - 1.25 * eccentricity * eccentricity * sin(2 * anomaly)
        equationOfTime = 4 * excess / radians
    }
}
