/// Reads the bytes of a TZif file, versions 1 to 4.
///
/// Hostile bytes end in an error, never in a crash: every read checks the length first, and every count has
/// a limit.
///
/// - Source: RFC 9636, section 3.
struct TZifReader {
    /// Most transitions a file may have.
    ///
    /// The longest of tzdata 2026 has fewer than 300.
    static let transitionsMax = 4096

    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: what is wrong with the bytes.
    static func read(_ bytes: [UInt8]) throws(ZoneFileFlaw) -> ZoneFile {
        var reader = TZifReader(bytes: bytes)
        return try reader.file()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func file() throws(ZoneFileFlaw) -> ZoneFile {
        let first = try header()
        guard first.version > 1 else { return try block(first, timeSize: 4) }
        // The first block holds 32-bit times for old readers; the second says everything.
        try skip(first.size(timeSize: 4))
        var file = try block(try header(), timeSize: 8)
        file.rule = try footer()
        return file
    }

    private struct Header {
        var version: Int
        var utcFlags: Int, wallFlags: Int, leaps: Int, transitions: Int, types: Int, characters: Int

        func size(timeSize: Int) -> Int {
            transitions * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4)
                + wallFlags + utcFlags
        }
    }

    private mutating func header() throws(ZoneFileFlaw) -> Header {
        guard try take(4) == Array("TZif".utf8)[...] else { throw .notTZif }
        let version =
            switch try byte() {
            case 0: 1
            case UInt8(ascii: "2"): 2
            case UInt8(ascii: "3"): 3
            case UInt8(ascii: "4"): 4
            default: throw .unknownVersion  // tidy-allow: numbers
            }
        try skip(15)
        let header = Header(
            version: version, utcFlags: try count(), wallFlags: try count(), leaps: try count(),
            transitions: try count(), types: try count(), characters: try count())
        guard header.transitions <= Self.transitionsMax else { throw .tooManyTransitions }
        return header
    }

    private mutating func block(_ header: Header, timeSize: Int) throws(ZoneFileFlaw) -> ZoneFile {
        guard (1...256).contains(header.types) else { throw .noTypes }
        guard header.leaps == 0 else { throw .leapSeconds }
        guard header.size(timeSize: timeSize) <= bytes.count - position else { throw .truncated }
        var seconds: [Int64] = []
        for _ in 0..<header.transitions { seconds.append(try integer(timeSize)) }
        let indices = try take(header.transitions)
        let types = try localTimeTypes(header)
        try skip(header.wallFlags + header.utcFlags)

        var file = ZoneFile(initial: types[0], changes: [], rule: nil)
        for (second, index) in zip(seconds, indices) {
            guard Int(index) < types.count else { throw .badTypeIndex }
            if let last = file.changes.last, last.second >= second { throw .unorderedTransitions }
            file.changes.append(ZoneChange(second: second, type: types[Int(index)]))
        }
        return file
    }

    private mutating func localTimeTypes(_ header: Header) throws(ZoneFileFlaw) -> [ZoneType] {
        var raw: [(offset: Int32, isDaylight: Bool, nameIndex: Int)] = []
        for _ in 0..<header.types {
            let offset = Int32(truncatingIfNeeded: try integer(4))
            guard offset > -ZoneType.offsetLimit, offset < ZoneType.offsetLimit else { throw .badOffset }
            raw.append((offset, try byte() != 0, Int(try byte())))
        }
        let characters = try take(header.characters)
        var types: [ZoneType] = []
        for (offset, isDaylight, nameIndex) in raw {
            guard nameIndex < characters.count else { throw .badAbbreviation }
            let name = characters.dropFirst(nameIndex)
            guard let end = name.firstIndex(of: 0) else { throw .badAbbreviation }
            let text = String(decoding: name[..<end], as: UTF8.self)
            types.append(ZoneType(offset: offset, isDaylight: isDaylight, abbreviation: text))
        }
        return types
    }

    /// The POSIX TZ rule between two line feeds; nil when it is empty.
    private mutating func footer() throws(ZoneFileFlaw) -> PosixZoneRule? {
        guard try byte() == UInt8(ascii: "\n") else { throw .badFooter }
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { throw .badFooter }
        let text = Array(bytes[position..<end])
        guard !text.isEmpty else { return nil }
        guard let rule = PosixZoneRule(text) else { throw .badFooter }
        return rule
    }

    private mutating func take(_ count: Int) throws(ZoneFileFlaw) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func skip(_ count: Int) throws(ZoneFileFlaw) { _ = try take(count) }

    private mutating func byte() throws(ZoneFileFlaw) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    /// A big-endian two's-complement integer of 4 or 8 bytes.
    private mutating func integer(_ size: Int) throws(ZoneFileFlaw) -> Int64 {
        let raw = try take(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 4
            ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(truncatingIfNeeded: raw)
    }

    /// A count of the header: 32 bits without a sign, so the sizes computed from six of them cannot overflow.
    private mutating func count() throws(ZoneFileFlaw) -> Int {
        Int(try take(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
}
