internal import PDFWriting
internal import Synchronization
public import Typesetting

/// Sets documents for several threads: one typesetting engine behind a lock, made at the first use.
///
/// It keeps the words of earlier documents in memory, as the engine does.
public final class LetterPress: Sendable {
    private let fonts: FontFolder
    private let engine = Mutex<Typesetter?>(nil)

    public init(fonts: FontFolder = .liberation) { self.fonts = fonts }

    /// Sets a document and writes it as PDF.
    ///
    /// - Throws: `LetterError.setting`.
    public func print(_ document: Document) throws(LetterError) -> RenderedDocument {
        let fonts = fonts
        let result: Result<RenderedDocument, TypesettingError> = engine.withLock { slot in
            do throws(TypesettingError) {
                if slot == nil { slot = try Typesetter(fonts: fonts) }
                guard let rendered = try slot?.render(document) else { return .failure(.outOfMemory) }
                return .success(rendered)
            } catch {
                return .failure(error)
            }
        }
        do { return try result.get() } catch { throw .setting(error) }
    }
}
