public import JSONText

/// One fault of a file: what is wrong, and where it stands.
///
/// Holds no text of the person: keys, names of closed lists and numbers may stand in it, and nothing else of a file.
public struct CaseFormatError: Error, Hashable, Sendable {
    /// What is wrong.
    public let fault: Fault
    /// The way from the root, as a JSON Pointer; empty for the file as a whole.
    public let pointer: String
    /// Line, counted from 1; in a batch the line of the batch.
    public let line: Int
    /// Column, counted from 1 in Unicode scalar values.
    public let column: Int

    init(_ fault: Fault, at place: JSONPlace) {
        self.init(fault, pointer: place.pointer, line: place.position.line, column: place.position.column)
    }

    init(_ fault: Fault, pointer: String, line: Int, column: Int) {
        self.fault = fault
        self.pointer = pointer
        self.line = line
        self.column = column
    }

    init(_ error: JSONError) { self.init(.json(error), at: error.place) }

    /// The stable name of the kind of fault, for programs: docs/codes.md.
    public var code: FaultCode { fault.code }

    /// One sentence that names the thing and says what to do.
    public var message: String { fault.message }

    /// The same fault in the line of a batch.
    func inLine(_ number: Int) -> CaseFormatError {
        CaseFormatError(fault, pointer: pointer, line: number, column: column)
    }
}

extension CaseFormatError: CustomStringConvertible {
    /// The sentence with the place before it, for a person at a terminal.
    public var description: String {
        let way = pointer.isEmpty ? "" : " (\(shown(pointer, scalarsMax: 200)))"
        return "Line \(line), column \(column)\(way): \(message)"
    }
}

extension CaseFormatError {
    /// Writes `{"error": {"code", "message", "pointer", "line", "column"}}`, the shape of every error of the program.
    ///
    /// - Parameter file: stands beside it as `file`, where several files are spoken of.
    public func write(to writer: inout JSONWriter, in file: String? = nil) {
        writer.beginObject()
        if let file {
            writer.key("file")
            writer.string(file)
        }
        writer.key("error")
        writer.beginObject()
        writer.key("code")
        writer.string(code.rawValue)
        writer.key("message")
        writer.string(message)
        writer.key("pointer")
        writer.string(pointer)
        writer.key("line")
        writer.int(line)
        writer.key("column")
        writer.int(column)
        writer.endObject()
        writer.endObject()
    }

    /// The error object as bytes, without a line end.
    public func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout, capacity: 256)
        write(to: &writer)
        return writer.bytes
    }
}
