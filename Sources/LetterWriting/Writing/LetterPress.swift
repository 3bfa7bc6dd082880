internal import PDFWriting
internal import Synchronization
public import Typesetting

/// Sets documents for several threads: typesetting engines behind locks, each made at its first use.
///
/// One engine is enough for one thread; another is made only while those there are at work. They keep the words of
/// earlier documents in memory, as the engine does.
public final class LetterPress: Sendable {
    /// Most engines, and so most documents at a time; more wait.
    public static let enginesMax = 16

    private let fonts: FontFolder
    private let seats: [Seat]

    /// The place of one engine.
    private final class Seat: Sendable {
        let engine = Mutex<Typesetter?>(nil)
    }

    public init(fonts: FontFolder = .liberation) {
        self.fonts = fonts
        seats = (0..<Self.enginesMax).map { _ in Seat() }
    }

    /// Sets a document and writes it as PDF.
    ///
    /// - Throws: `LetterError.setting`.
    public func print(_ document: Document) throws(LetterError) -> RenderedDocument {
        do { return try result(of: document).get() } catch { throw .setting(error) }
    }

    private func result(of document: Document) -> Result<RenderedDocument, TypesettingError> {
        for seat in seats {
            let result = seat.engine.withLockIfAvailable { Self.render(document, with: &$0, fonts) }
            if let result { return result }
        }
        return seats[0].engine.withLock { Self.render(document, with: &$0, fonts) }
    }

    private static func render(
        _ document: Document, with engine: inout Typesetter?, _ fonts: FontFolder
    ) -> Result<RenderedDocument, TypesettingError> {
        do throws(TypesettingError) {
            if engine == nil { engine = try Typesetter(fonts: fonts) }
            guard let rendered = try engine?.render(document) else { return .failure(.outOfMemory) }
            return .success(rendered)
        } catch {
            return .failure(error)
        }
    }
}
