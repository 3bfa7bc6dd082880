import Assembly
import CaseFlow
import CaseStore
import ContactRouting
import Outbox

extension Desk {
    /// Opens the store for as long as the work lasts; its errors become failures with an exit status.
    ///
    /// - Throws: `CommandFailure`.
    func withStore<Result>(_ work: (any CaseStore) async throws -> Result) async throws -> Result {
        let store: any CaseStore
        do throws(ProgramError) { store = try program.openStore() } catch { throw CommandFailure(error) }
        do {
            let result = try await work(store)
            await store.shutDown()
            return result
        } catch {
            await store.shutDown()
            throw CommandFailure.ofStore(error)
        }
    }

    /// A case that was named on the command line.
    ///
    /// - Throws: `CommandFailure` with status 2 for what is no reference.
    func caseReference(_ name: String) throws -> CaseReference {
        do throws(RoutingError) { return try CaseReference(parsing: name) } catch {
            throw CommandFailure(
                .wrongUse,
                "\(name) is not the reference of a case: `recours case list` shows the ones there are.")
        }
    }

    /// A delivery that was named on the command line.
    ///
    /// - Throws: `CommandFailure` with status 2 for what is no reference.
    func deliveryReference(_ name: String) throws -> DeliveryReference {
        do throws(RoutingError) { return try DeliveryReference(parsing: name) } catch {
            throw CommandFailure(
                .wrongUse,
                "\(name) is not the reference of a delivery: `recours delivery list` shows the ones there are."
            )
        }
    }
}

extension CommandFailure {
    /// What the store or the worker says, with its exit status; other errors as they are.
    static func ofStore(_ error: any Error) -> any Error {
        switch error {
        case let error as CaseStoreError: CommandFailure(error)
        case let error as OutboxError: CommandFailure(error)
        case let error as CaseFlowError: CommandFailure(error)
        default: error  // tidy-allow: an open set of errors
        }
    }

    init(_ error: CaseStoreError) {
        switch error {
        case .caseExists, .caseUnknown, .deliveryUnknown, .overLimit, .backupExists, .sharedFolder:
            self.init(.wrongUse, error.description)
        case .caseClosed, .caseOpen, .caseForgotten, .deliveryUnderway, .deliveryExists, .deliveryOpen,
            .deliveryChanged,
            .factsChanged, .onHold, .workerRunning:
            self.init(.refused, error.description)
        case .unsafePermissions, .foreignOwner, .foreign, .newerSchema, .olderSchema, .unsafeSetting,
            .readOnly,
            .unsupported:
            self.init(.configuration, error.description)
        case .superseded, .workerReplaced, .preparationUnreadable, .stateUnreadable, .digestUnavailable,
            .full,
            .busy, .inputOutput, .damaged, .locked, .cannotOpen, .stopped, .closed, .engine:
            self.init(.unavailable, error.description)
        }
    }

    init(_ error: OutboxError) {
        switch error {
        case .store(let error): self.init(error)
        case .lifecycle, .notForPeople: self.init(.refused, error.description)
        case .outcomesNotStored, .alreadyRunning: self.init(.unavailable, error.description)
        }
    }
}
