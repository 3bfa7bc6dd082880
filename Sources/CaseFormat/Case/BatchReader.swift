public import CivilCalendar
internal import JSONText

/// One line of a batch.
public struct BatchLine: Sendable {
    /// Counted from 1.
    public let number: Int
    /// The case with its moment, or why the line is none; the fault's line is ``number``.
    public let content: Result<BatchCase, CaseFormatError>
}

/// A case of a batch and the moment to decide it for.
public struct BatchCase: Sendable {
    public let loaded: LoadedCase
    public let decidedAt: Instant
}

/// Reads JSON Lines of cases, fed chunk by chunk: each line is a case, or `{"at", "case"}`.
///
/// Feed with ``append(_:)``, take lines with ``next()`` until it gives nil, and so on; after ``finish()`` the last line
/// comes even without its end. A bad line is a fault of its own and the rest goes on; an empty line is a bad line, so
/// that answers and lines stay side by side.
public struct BatchReader: Sendable {
    private let reader: CaseReader
    private let decidedAt: Instant
    private var splitter = JSONLineSplitter(lineBytesMax: CaseReader.bytesMax)

    /// - Parameter decidedAt: the moment for lines that name none.
    public init(_ reader: CaseReader, decidedAt: Instant) {
        self.reader = reader
        self.decidedAt = decidedAt
    }

    /// Adds the next piece of the stream.
    public mutating func append(_ chunk: [UInt8]) { splitter.append(chunk) }

    /// Says that the stream has ended.
    public mutating func finish() { splitter.finish() }

    /// The next line; nil when more of the stream is needed, or at its end.
    public mutating func next() -> BatchLine? {
        switch splitter.next() {
        case nil: return nil
        case .tooLong(let number, let bytes):
            let fault = Fault.lineTooLong(bytes: bytes, max: splitter.lineBytesMax)
            let error = CaseFormatError(fault, pointer: "", line: number, column: 1)
            return BatchLine(number: number, content: .failure(error))
        case .complete(let number, let bytes):
            return BatchLine(number: number, content: read(bytes, inLine: number))
        }
    }

    private func read(_ bytes: [UInt8], inLine number: Int) -> Result<BatchCase, CaseFormatError> {
        do throws(CaseFormatError) {
            return .success(try read(bytes))
        } catch {
            return .failure(error.inLine(number))
        }
    }

    private func read(_ bytes: [UInt8]) throws(CaseFormatError) -> BatchCase {
        let root = try CaseReader.document(bytes).root
        guard root["case"] != nil else {
            return BatchCase(loaded: try reader.read(root, decidedAt: decidedAt), decidedAt: decidedAt)
        }
        let intake = Intake(nullIsUnknown: true)
        guard var fields = Fields(root, intake) else { preconditionFailure("what has a member is an object") }
        let moment = fields.read("at", intake.instant)
        let value = fields.required("case")
        fields.finish()
        try intake.throwFirst()
        guard let value else { preconditionFailure("a missing case was noted") }
        let at = moment ?? decidedAt
        return BatchCase(loaded: try reader.read(value, decidedAt: at), decidedAt: at)
    }
}
