/// A value of a PDF file.
///
/// - Source: ISO 32000-1, 7.3.
public indirect enum PDFValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    case string([UInt8])
    case name(String)
    case array([PDFValue])
    case dictionary([String: PDFValue])
    /// To an object of generation 0; our files have no other.
    case reference(Int)

    public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    public var name: String? { if case .name(let name) = self { name } else { nil } }
    public var array: [PDFValue]? { if case .array(let values) = self { values } else { nil } }
    public var dictionary: [String: PDFValue]? {
        if case .dictionary(let entries) = self { entries } else { nil }
    }
    public var reference: Int? { if case .reference(let object) = self { object } else { nil } }
    public var bytes: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }

    /// A whole or a broken number.
    public var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .null, .boolean, .string, .name, .array, .dictionary, .reference: nil
        }
    }

    /// A text string, in either of its codings; nil when it is no string or malformed.
    public var text: String? {
        guard let bytes else { return nil }
        guard bytes.starts(with: [0xFE, 0xFF]) else {
            return bytes.allSatisfy { (0x20...0x7E).contains($0) }
                ? String(decoding: bytes, as: UTF8.self) : nil
        }
        return Self.text(ofUTF16: bytes.dropFirst(2))
    }

    /// Text from UTF-16, highest byte first; nil when it is malformed.
    public static func text(ofUTF16 bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let pairs = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2)
        let units = pairs.map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(validating: units, as: UTF16.self)
    }

    /// Goes through the value itself and everything inside it.
    func visit(_ body: (PDFValue) -> Void) {
        body(self)
        switch self {
        case .array(let values): for value in values { value.visit(body) }
        case .dictionary(let entries): for value in entries.values { value.visit(body) }
        case .null, .boolean, .integer, .real, .string, .name, .reference: break
        }
    }
}
