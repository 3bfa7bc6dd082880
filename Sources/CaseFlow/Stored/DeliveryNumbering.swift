internal import ContactRouting
internal import Digests

extension DeliveryReference {
    /// Longest beginning of a case's reference that leaves room for a number.
    private static let beginningMax = 27

    /// Names a delivery of a case by its number, so that a person can type it: `lampe-2026-3`.
    ///
    /// A long reference of a case is cut, and six digits of its digest stand for the rest.
    ///
    /// - Parameter number: `1...1000`, counted within the case.
    /// - Throws: `CaseFlowError.digests`.
    init(of reference: CaseReference, number: Int) throws(CaseFlowError) {
        var beginning = reference.text
        if beginning.utf8.count > Self.beginningMax {
            do throws(DigestError) {
                let digest = try SHA256.digest(of: beginning)
                beginning = "\(beginning.prefix(Self.beginningMax - 7))-\(digest.hex.prefix(6))"
            } catch {
                throw .digests(error)
            }
        }
        do throws(RoutingError) {
            try self.init(parsing: "\(beginning)-\(number)")
        } catch {
            preconditionFailure("a case has at most 1,000 deliveries, so the name has at most 32 characters")
        }
    }
}
