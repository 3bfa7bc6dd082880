internal import CaseStore
internal import ContactRouting
internal import Digests

extension DeliveryReference {
    /// Longest beginning of a case's reference that leaves room for a number.
    private static let beginningMax = 27
    /// What the mark of a restored store takes of it, with its hyphen.
    private static let markCount = StoreMark.characterCount + 1

    /// Names a delivery of a case by its number, so that a person can type it: `lampe-2026-3`.
    ///
    /// A long reference of a case is cut, and six digits of its digest stand for the rest. In a restored store the number
    /// may have been given before, after the backup was made; its mark makes another name of it: `lampe-2026-3-7k2q9mxd`.
    ///
    /// - Parameters:
    ///   - number: `1...1000`, counted within the case.
    ///   - mark: of the store.
    /// - Throws: `CaseFlowError.digests`.
    init(of reference: CaseReference, number: Int, mark: StoreMark?) throws(CaseFlowError) {
        var beginning = reference.text
        let beginningMax = Self.beginningMax - (mark == nil ? 0 : Self.markCount)
        if beginning.utf8.count > beginningMax {
            do throws(DigestError) {
                let digest = try SHA256.digest(of: beginning)
                beginning = "\(beginning.prefix(beginningMax - 7))-\(digest.hex.prefix(6))"
            } catch {
                throw .digests(error)
            }
        }
        do throws(RoutingError) {
            try self.init(parsing: "\(beginning)-\(number)\(mark.map { "-\($0)" } ?? "")")
        } catch {
            preconditionFailure("a case has at most 1,000 deliveries, so the name has at most 32 characters")
        }
    }
}
