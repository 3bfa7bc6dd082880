import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import JSONText
import Outbox
import Texts

/// The stored cases as the commands use them.
struct CaseDesk {
    let desk: Desk
    let store: any CaseStore
    let folder: StateFolder
    let shelf: CaseShelf

    var recording: Recording { Recording(shelf, plugins: desk.program.registry) }

    /// A case as it stands at a moment.
    ///
    /// - Throws: `CommandFailure`, with the nearest reference when there is no such case.
    func stored(_ name: String, asOf now: Instant) async throws -> StoredCase {
        let reference = try desk.caseReference(name)
        do throws(CaseFlowError) {
            return try await shelf.stored(reference, asOf: now)
        } catch {
            guard case .store(.caseUnknown) = error else { throw CommandFailure(error) }
            throw try await unknown(reference)
        }
    }

    /// A reference of a case that exists.
    ///
    /// - Throws: `CommandFailure`, with the nearest reference when there is no such case.
    func reference(_ name: String) async throws -> CaseReference {
        let reference = try desk.caseReference(name)
        guard try await store.caseRecord(reference) != nil else { throw try await unknown(reference) }
        return reference
    }

    private func unknown(_ reference: CaseReference) async throws -> CommandFailure {
        let known = try await store.cases(.all, after: nil, limit: StoreLimits.rowsMax)
        let names = known.map(\.reference.text)
        guard let nearest = nearestName(to: reference.text, among: names) else {
            return CommandFailure(CaseStoreError.caseUnknown(reference))
        }
        return CommandFailure(.wrongUse, "There is no case \(reference): did you mean \(nearest)?")
    }

    /// The words of a case in the language that was asked for, else in the person's.
    func words(_ stored: StoredCase, _ language: Language?) -> CaseWords {
        CaseWords(language ?? stored.facts.consumer.effectiveLanguage, zone: stored.zone)
    }

    /// The merchant as people know it.
    func merchant(of facts: ContactCase) -> String {
        facts.merchantName(in: desk.program.directory.directory)?.text ?? ""
    }
}

extension Desk {
    /// Opens the stored cases for as long as the work lasts; their errors become failures with an exit status.
    ///
    /// - Throws: `CommandFailure`.
    func withCases<Result>(_ work: (CaseDesk) async throws -> Result) async throws -> Result {
        let folder: StateFolder
        do throws(ProgramError) { folder = try program.stateFolder() } catch { throw CommandFailure(error) }
        return try await withStore { store in
            try await work(
                CaseDesk(
                    desk: self, store: store, folder: folder,
                    shelf: CaseShelf(store, reader: program.reader, deciding: program.deciding)))
        }
    }
}
