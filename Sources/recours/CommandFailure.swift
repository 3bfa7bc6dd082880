import CaseFormat
import JSONText

/// Why a command ends without its result: one line for a person, or one JSON object for a program.
struct CommandFailure: Error {
    let status: ExitStatus
    /// What kind of fault it is, for programs.
    let code: String
    /// One sentence that says what to do.
    let text: String
    /// The fault of an input file, with its place in it.
    private let fault: CaseFormatError?

    init(_ status: ExitStatus, _ text: String) {
        self.status = status
        self.text = text
        code = status.code
        fault = nil
    }

    /// A fault of an input file.
    ///
    /// - Parameter name: what the input is called; the place in it follows.
    init(_ error: CaseFormatError, in name: String) {
        status = .wrongUse
        code = error.code.rawValue
        text = "\(name): \(error.description)"
        fault = error
    }

    /// Whether its text names its place in the input already.
    var isFaultOfFile: Bool { fault != nil }

    /// Prints it on standard error.
    func report(asJSON: Bool) {
        guard asJSON else {
            Output.standardError("recours: \(text)\n")
            return
        }
        var writer = JSONWriter()
        if let fault { fault.write(to: &writer) } else { write(to: &writer) }
        writer.endLine()
        Output.standardError(String(decoding: writer.bytes, as: UTF8.self))
    }

    /// The one shape of errors; what has no place in a file has none here.
    private func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writeError(inLine: nil, to: &writer)
        writer.endObject()
    }

    /// Writes the key `error` and its object into an object that is open.
    ///
    /// - Parameter line: the line of the batch that it belongs to.
    func writeError(inLine line: Int?, to writer: inout JSONWriter) {
        writer.key("error")
        writer.beginObject()
        writer.key("code")
        writer.string(code)
        writer.key("message")
        writer.string(fault?.message ?? text)
        writer.key("pointer")
        if let fault { writer.string(fault.pointer) } else { writer.null() }
        writer.key("line")
        if let line = fault?.line ?? line { writer.int(line) } else { writer.null() }
        writer.key("column")
        if let fault { writer.int(fault.column) } else { writer.null() }
        writer.endObject()
    }
}
