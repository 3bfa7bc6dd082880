public import CaseFormat
public import CaseStore
public import CivilCalendar
public import ContactRouting

/// The arrow from a case file into the store: takes cases in, and takes the person's changes.
public struct CaseIntake: Sendable {
    private let shelf: CaseShelf
    private var store: any CaseStore { shelf.store }

    public init(_ shelf: CaseShelf) { self.shelf = shelf }

    /// Stores a new case.
    ///
    /// - Parameters:
    ///   - files: the store's copies of what the case names.
    ///   - now: the moment of opening.
    /// - Throws: `CaseFlowError.store` with `.caseExists` for a reference that is taken.
    public func open(
        _ loaded: LoadedCase, as reference: CaseReference, files: KeptFiles, at now: Instant
    ) async throws(CaseFlowError) -> CaseRecord {
        let facts = loaded.json(reference: reference, keeping: files)
        let entry = LogDraft(.opened, at: now, payload: files.json())
        do throws(CaseStoreError) {
            return try await store.open(CaseOpening(reference: reference, facts: facts, entry: entry))
        } catch {
            throw .store(error)
        }
    }

    /// Puts new facts in the place of a case's older ones.
    ///
    /// The log stays, and what it says of contacts stays history, as far as the new facts do not speak of the same
    /// contacts.
    ///
    /// - Returns: what is another now, such as `order.deliveredOn`; empty when nothing is, and then nothing was written.
    /// - Throws: `CaseFlowError.otherReference` when the file is of another case, `.unreadable` when the new facts
    ///   contradict what happened, `.store`.
    public func update(
        _ reference: CaseReference, to loaded: LoadedCase, files: KeptFiles, at now: Instant
    ) async throws(CaseFlowError) -> [String] {
        if let named = loaded.facts.reference, named != reference {
            throw .otherReference(named, expected: reference)
        }
        let before = try await shelf.stored(reference, asOf: now)
        let bytes = loaded.json(reference: reference, keeping: files)
        let changed = try shelf.changes(of: before, to: bytes)
        guard !changed.isEmpty else { return [] }
        let entry = LogDraft(.factsChanged, at: now, payload: files.json(changed: changed))
        do throws(CaseStoreError) {
            _ = try await store.append(
                [entry], to: reference,
                changing: FactsChange(facts: bytes, replacing: before.record.factsRevision))
        } catch {
            throw .store(error)
        }
        return changed
    }
}
