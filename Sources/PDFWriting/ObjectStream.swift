/// Several objects that are compressed together.
///
/// - Source: ISO 32000-1, 7.5.7.
struct ObjectStream {
    private var heads = ByteBuffer(capacity: 512)
    private(set) var body = ByteBuffer(capacity: 4096)
    private var members: [ObjectNumber] = []

    /// Starts the next object; what is appended with `add` until the next call belongs to it.
    mutating func begin(_ object: ObjectNumber) {
        members.append(object)
        heads.append(number: object.value)
        heads.append(" ")
        heads.append(number: body.count)
        heads.append(" ")
    }

    mutating func add(_ text: StaticString) { body.append(text) }
    mutating func add(_ bytes: [UInt8]) { body.append(bytes) }
    mutating func add(text: String) { body.append(text: text) }
    mutating func add(textString text: String) { body.append(textString: text) }
    mutating func add(number: Int) { body.append(number: number) }
    mutating func add(_ length: Length) { body.append(points: length) }
    mutating func add(_ object: ObjectNumber) { body.append(reference: object) }

    /// Compresses the objects, writes them as `stream` and notes their places.
    mutating func write(
        as stream: ObjectNumber, into file: inout FileBuilder, with compressor: inout Compressor
    ) throws(PDFError) {
        var entries = ByteBuffer(capacity: 64)
        entries.append("/Type/ObjStm/N ")
        entries.append(number: members.count)
        entries.append("/First ")
        entries.append(number: heads.count)
        heads.append(body.bytes)
        file.write(stream, entries: entries.bytes, compressed: try compressor.compress(heads.bytes))
        for (index, member) in members.enumerated() {
            file.setPlace(.inStream(stream, index: index), of: member)
        }
    }
}
