extension JSONValue {
    /// The number exactly as the file writes it; nil unless this is a number.
    public var numberText: String? {
        let node = node
        guard node.kind == .number else { return nil }
        return String(decoding: storage.bytes[node.token], as: UTF8.self)
    }

    /// The whole number; nil for a fraction, an exponent, or a value outside 64 bits.
    ///
    /// `1.0` and `1e2` are not whole numbers here: a count is written as digits.
    public var int: Int64? {
        let node = node
        guard node.kind == .number else { return nil }
        let isNegative = storage.bytes[Int(node.start)] == ASCII.minus
        var value: Int64 = 0
        for byte in storage.bytes[node.token].dropFirst(isNegative ? 1 : 0) {
            guard ASCII.isDigit(byte) else { return nil }
            // Built on the negative side, which reaches one further.
            let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
            let (next, underflows) = shifted.subtractingReportingOverflow(Int64(byte - ASCII.zero))
            guard !overflows, !underflows else { return nil }
            value = next
        }
        guard !isNegative else { return value }
        return value == .min ? nil : -value
    }

    /// The nearest binary number; nil unless this is a number, or when it is too large to be finite.
    public var double: Double? {
        guard let value = numberText.flatMap(Double.init), value.isFinite else { return nil }
        return value
    }
}
