/// A point on the earth.
public struct Coordinates: Hashable, Sendable {
    /// Degrees north of the equator, -90 to 90.
    public let latitude: Double
    /// Degrees east of Greenwich, -180 to 180.
    public let longitude: Double

    /// Makes a point; nil when a number is out of range or not a number.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Reads the form of ISO 6709 without a fraction: `+4852+00220` or `+404251-0740023`.
    ///
    /// - Source: tzdata, zone.tab, column 2.
    init?(iso6709 text: some Collection<UInt8>) {
        let bytes = Array(text)
        guard let signs = bytes.dropFirst().firstIndex(where: { Self.sign($0) != nil }),
            let latitude = Self.degrees(bytes[..<signs], digits: 2),
            let longitude = Self.degrees(bytes[signs...], digits: 3)
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }

    /// A sign, so many digits of degrees, two of minutes, and two of seconds or none.
    private static func degrees(_ bytes: ArraySlice<UInt8>, digits: Int) -> Double? {
        guard let sign = bytes.first.flatMap(sign) else { return nil }
        let numbers = bytes.dropFirst()
        let rest = numbers.dropFirst(digits)
        guard rest.count == 2 || rest.count == 4, let degrees = decimal(numbers.prefix(digits)),
            let minutes = decimal(rest.prefix(2)), minutes < 60
        else { return nil }
        guard rest.count == 4 else { return sign * (Double(degrees) + Double(minutes) / 60) }
        guard let seconds = decimal(rest.dropFirst(2)), seconds < 60 else { return nil }
        return sign * (Double(degrees) + Double(minutes) / 60 + Double(seconds) / 3600)
    }

    private static func sign(_ byte: UInt8) -> Double? {
        byte == UInt8(ascii: "+") ? 1 : byte == UInt8(ascii: "-") ? -1 : nil
    }
}
