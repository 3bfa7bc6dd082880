public import CaseFormat
public import ContactRouting
import Digests
public import JSONText

/// Writes decisions for programs: the file format of a decision with its stamp.
public struct Rendering: Sendable {
    private let deciding: Deciding
    private let program: String
    private let decisionWriter = DecisionWriter()

    /// - Parameter program: the version of the program.
    public init(_ deciding: Deciding, program: String) {
        self.deciding = deciding
        self.program = program
    }

    /// Made when the first decision is written: not every command writes one.
    private static let rulesDigest: Result<SHA256Digest, DigestError> = {
        do throws(DigestError) {
            return .success(try SHA256.digest(of: ContactRouter.rulesText))
        } catch {
            return .failure(error)
        }
    }()

    /// Writes a decision where a value is expected.
    ///
    /// - Parameter isFull: with sentences, questions and flips; without them it costs one decision and no more.
    /// - Throws: `CaseFlowError`.
    public func write(
        _ decision: Decision, of loaded: LoadedCase, isFull: Bool, language: Language?,
        to writer: inout JSONWriter
    ) throws(CaseFlowError) {
        let facts = loaded.facts
        let stamp = try stamp(of: loaded)
        var texts: DecisionTexts?
        if isFull {
            let alternatives = try deciding.alternatives(to: decision, of: facts)
            texts = DecisionTexts(
                wording: Explaining(
                    decision, of: facts, in: deciding.directory.directory, zone: stamp.zone,
                    language: language),
                questions: alternatives.questions, flips: alternatives.flips)
        }
        decisionWriter.write(decision, of: facts, stamp: stamp, texts: texts, to: &writer)
    }

    /// What a decision of this case rests on.
    func stamp(of loaded: LoadedCase) throws(CaseFlowError) -> DecisionStamp {
        let zone = try deciding.zone(of: loaded.facts)
        let caseDigest: SHA256Digest
        let rulesDigest: SHA256Digest
        do throws(DigestError) {
            caseDigest = try loaded.digest()
            rulesDigest = try Self.rulesDigest.get()
        } catch {
            throw .digests(error)
        }
        return DecisionStamp(
            zone: zone, caseDigest: caseDigest, directoryDigest: deciding.directory.digest,
            rulesDigest: rulesDigest, program: program)
    }
}
