/// A distance on paper.
///
/// Kept as a whole number so that the same document gives the same bytes on every machine. Longer than
/// `kilometre` is taken as a kilometre, so that no arithmetic on lengths can overflow.
///
/// - Unit: 1/100 point; 7,200 of them are 25.4 mm.
public struct Length: Hashable, Comparable, Sendable {
    public let centipoints: Int

    public init(centipoints: Int) {
        self.centipoints = min(max(centipoints, -Self.centipointsMax), Self.centipointsMax)
    }

    private static let centipointsMax = 283_464_567

    public static let zero = Length(centipoints: 0)
    /// The longest length there is.
    public static let kilometre = Length(centipoints: centipointsMax)

    /// A length given in tenths of a millimetre, to the nearest 1/100 point.
    public static func tenths(_ tenths: Int) -> Length {
        let bounded = min(max(tenths, -10_000_000), 10_000_000)
        return Length(centipoints: (bounded * 7200 + (bounded < 0 ? -127 : 127)) / 254)
    }

    /// A length given in whole millimetres, to the nearest 1/100 point.
    public static func millimetres(_ millimetres: Int) -> Length {
        tenths(min(max(millimetres, -1_000_000), 1_000_000) * 10)
    }

    /// A length given in whole points.
    public static func points(_ points: Int) -> Length { Length(centipoints: 100) * points }

    /// The same length in tenths of a millimetre, to the nearest.
    public var tenthsOfMillimetre: Int {
        (centipoints * 254 + (centipoints < 0 ? -3600 : 3600)) / 7200
    }

    /// The width of `thousandths` of an em in type of this size, to the nearest 1/100 point.
    public func ofEm(thousandths: Int) -> Length {
        let bounded = min(max(thousandths, -1_000_000_000), 1_000_000_000)
        let product = centipoints * bounded
        return Length(centipoints: (product + (product < 0 ? -500 : 500)) / 1000)
    }

    public static func + (lhs: Length, rhs: Length) -> Length {
        Length(centipoints: lhs.centipoints + rhs.centipoints)
    }
    public static func - (lhs: Length, rhs: Length) -> Length {
        Length(centipoints: lhs.centipoints - rhs.centipoints)
    }
    public static func * (lhs: Length, factor: Int) -> Length {
        let (product, overflow) = lhs.centipoints.multipliedReportingOverflow(by: factor)
        if overflow { return (lhs.centipoints < 0) == (factor < 0) ? kilometre : zero - kilometre }
        return Length(centipoints: product)
    }
    public static func += (lhs: inout Length, rhs: Length) { lhs = lhs + rhs }
    public static func < (lhs: Length, rhs: Length) -> Bool { lhs.centipoints < rhs.centipoints }
}
