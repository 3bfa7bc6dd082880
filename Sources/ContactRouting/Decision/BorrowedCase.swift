import CivilCalendar

/// A case and its surroundings, looked at where they lie.
///
/// A case holds some forty texts; copying it for every decision would cost more than deciding. The pointers come from
/// `withUnsafePointer` in ``ContactRouter/decide(_:in:)``, and neither this value nor anything that holds it (a
/// situation, verdicts) is part of a ``Decision``, so none outlives the case.
struct BorrowedCase {
    private let pointer: UnsafePointer<ContactCase>
    private let around: UnsafePointer<Surroundings>

    init(_ pointer: UnsafePointer<ContactCase>, in around: UnsafePointer<Surroundings>) {
        self.pointer = pointer
        self.around = around
    }

    var surroundings: Surroundings { _read { yield around.pointee } }

    var merchant: MerchantReference { _read { yield pointer.pointee.merchant } }
    var seller: Seller { _read { yield pointer.pointee.seller } }
    var issue: Issue { _read { yield pointer.pointee.issue } }
    var order: Order { _read { yield pointer.pointee.order } }
    var consumer: Consumer { _read { yield pointer.pointee.consumer } }
    var preferences: Preferences { _read { yield pointer.pointee.preferences } }
    var history: [PastContact] { _read { yield pointer.pointee.history } }
    var bank: Correspondent? { _read { yield pointer.pointee.bank } }

    func value(of fact: FactPath) -> FactValue? { fact.value(in: pointer) }

    // What nearly every rule asks, read without looking at the part it stands in.
    var issueKind: IssueKind { pointer.pointee.issue.kind }
    var isUrgent: Bool { pointer.pointee.issue.urgency == .high }
    var isLoginImpossible: Bool {
        pointer.pointee.consumer.hasAccount == false || pointer.pointee.consumer.canLogIn == false
    }
    var canNotSpeak: Bool {
        pointer.pointee.consumer.canCall == false || pointer.pointee.consumer.deaf == true
    }
    var isProfessional: Bool { pointer.pointee.consumer.professional == true }
    /// The contract was terminated, or withdrawn from.
    var hasContractEnded: Bool {
        pointer.pointee.order.terminatedOn != nil || pointer.pointee.order.withdrawalNotifiedOn != nil
    }
    var isRepaired: Bool { pointer.pointee.order.repairedOn != nil }
    var orderedOn: CivilDay? { pointer.pointee.order.orderedOn }
    /// The person lives where days are holidays that are none in the rest of France.
    var keepsHolidaysOfItsOwn: Bool { pointer.pointee.consumer.region.map { $0 != .metropole } ?? false }
    /// The person rules channels out: some by name, or all that leave no proof.
    var choosesChannels: Bool {
        !pointer.pointee.preferences.avoid.isEmpty || pointer.pointee.preferences.needsWrittenProof == true
    }
    var prefersChannel: Bool { pointer.pointee.preferences.preferredChannel != nil }
    var consumerCountry: CountryCode { pointer.pointee.consumer.country ?? .france }
}
