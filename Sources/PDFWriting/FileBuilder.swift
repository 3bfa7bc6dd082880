/// The body of a PDF file while it is written: bytes, and where each object stands in them.
struct FileBuilder {
    private(set) var bytes: ByteBuffer
    /// By object number; number 0 is never in use.
    private(set) var places: [ObjectPlace] = [.free]
    private var hash = ContentHash()
    /// How many bytes are in `hash`.
    private var hashedCount = 0

    /// Starts with the header; the four bytes above 127 tell mail programs that the file is binary.
    ///
    /// - Source: ISO 32000-1, 7.5.2.
    init() {
        bytes = ByteBuffer(capacity: 48 * 1024)
        bytes.append("%PDF-1.7\n%")
        bytes.append([0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// Hashes the bytes so far, so that copies of this beginning need not.
    mutating func hashBeginning() { hashedCount = hash.addSteps(of: bytes.bytes, from: hashedCount) }

    /// Reserves the next object number.
    mutating func allocate() -> ObjectNumber {
        places.append(.free)
        return ObjectNumber(places.count - 1)
    }

    mutating func setPlace(_ place: ObjectPlace, of object: ObjectNumber) { places[object.value] = place }

    /// Writes a stream object.
    ///
    /// - Parameters:
    ///   - entries: what its dictionary holds beside `Length` and `Filter`.
    ///   - compressed: the content, already in zlib format.
    mutating func write(_ object: ObjectNumber, entries: [UInt8], compressed: ArraySlice<UInt8>) {
        open(object)
        bytes.append(entries)
        bytes.append("/Filter/FlateDecode/Length ")
        close(compressed)
    }

    /// Writes a stream object with its content as it is; `entries` may name the filter that made it.
    mutating func write(_ object: ObjectNumber, entries: [UInt8], plain: [UInt8]) {
        open(object)
        bytes.append(entries)
        bytes.append("/Length ")
        close(plain[...])
    }

    private mutating func open(_ object: ObjectNumber) {
        places[object.value] = .offset(bytes.count)
        bytes.append(number: object.value)
        bytes.append(" 0 obj\n<<")
    }

    private mutating func close(_ content: ArraySlice<UInt8>) {
        bytes.append(number: content.count)
        bytes.append(">>\nstream\n")
        bytes.append(content)
        bytes.append("\nendstream\nendobj\n")
    }

    /// Writes the cross-reference stream and the end of the file.
    ///
    /// - Source: ISO 32000-1, 7.5.8: one byte of kind, four of place, two of index for each object.
    mutating func finish(root: ObjectNumber, facts: ObjectNumber) -> [UInt8] {
        let start = bytes.count
        let table = allocate()
        places[table.value] = .offset(start)
        hash.finish(bytes.bytes, from: hashedCount)
        var entries = ByteBuffer(capacity: 256)
        entries.append("/Type/XRef/Size ")
        entries.append(number: places.count)
        entries.append("/W[1 4 2]/Root")
        entries.append(reference: root)
        entries.append("/Info")
        entries.append(reference: facts)
        entries.append("/ID[")
        for _ in 0..<2 {
            entries.append("<")
            entries.append(hex: hash.high, digits: 16)
            entries.append(hex: hash.low, digits: 16)
            entries.append(">")
        }
        entries.append("]")
        // Compressing some hundred bytes would take a twentieth of a letter's time and save a hundredth of its size.
        write(table, entries: entries.bytes, plain: placeTable())
        bytes.append("startxref\n")
        bytes.append(number: start)
        bytes.append("\n%%EOF\n")
        return bytes.bytes
    }

    private func placeTable() -> [UInt8] {
        var table = ByteBuffer(capacity: places.count * 7)
        for (number, place) in places.enumerated() {
            switch place {
            case .free:
                table.append(0)
                table.append(bigEndian: 0, width: 4)
                table.append(bigEndian: number == 0 ? 0xFFFF : 0, width: 2)
            case .offset(let offset):
                table.append(1)
                table.append(bigEndian: offset, width: 4)
                table.append(bigEndian: 0, width: 2)
            case .inStream(let stream, let index):
                table.append(2)
                table.append(bigEndian: stream.value, width: 4)
                table.append(bigEndian: index, width: 2)
            }
        }
        return table.bytes
    }
}
