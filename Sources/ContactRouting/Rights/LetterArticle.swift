/// An article that a letter may cite, by code and number.
///
/// The list is short on purpose: a letter cites what it stands on and nothing more.
public enum LetterArticle: String, Hashable, Sendable, CaseIterable {
    /// The day of delivery; thirty days when none was agreed.
    case consoL2161 = "L. 216-1"
    /// The risk of loss passes with possession.
    case consoL2162 = "L. 216-2"
    /// Formal notice to deliver, then termination.
    case consoL2166 = "L. 216-6"
    /// Refund within fourteen days of termination.
    case consoL2167 = "L. 216-7"
    /// Goods conform to the contract for two years.
    case consoL2173 = "L. 217-3"
    /// The defect is presumed to be as old as the delivery.
    case consoL2177 = "L. 217-7"
    /// The choice between repair and replacement.
    case consoL2179 = "L. 217-9"
    /// Thirty days at most for it.
    case consoL21710 = "L. 217-10"
    /// It costs the consumer nothing.
    case consoL21711 = "L. 217-11"
    /// A refusal is given in writing, with its reasons.
    case consoL21712 = "L. 217-12"
    /// Price reduction or termination.
    case consoL21714 = "L. 217-14"
    /// Refund within fourteen days of the return.
    case consoL21717 = "L. 217-17"
    /// Fourteen days to withdraw.
    case consoL22118 = "L. 221-18"
    /// How the fourteen days are counted.
    case consoL22119 = "L. 221-19"
    /// Twelve months more when the consumer was not told.
    case consoL22120 = "L. 221-20"
    /// A clear statement is enough.
    case consoL22121 = "L. 221-21"
    /// The goods go back within fourteen days.
    case consoL22123 = "L. 221-23"
    /// Refund within fourteen days of the notice.
    case consoL22124 = "L. 221-24"
    /// The increase of a refund that is late after termination.
    case consoL2414 = "L. 241-4"
    /// The increase of a refund that is late after withdrawal.
    case consoL2424 = "L. 242-4"
    /// The free mediation of consumer disputes.
    case consoL6121 = "L. 612-1"
    /// What a formal notice is.
    case civil1344 = "1344"

    /// The codes that the articles stand in.
    public enum Code: Hashable, Sendable, CaseIterable { case consumer, civil }

    public var code: Code {
        switch self {
        case .civil1344: .civil
        case .consoL2161, .consoL2162, .consoL2166, .consoL2167, .consoL2173, .consoL2177, .consoL2179,
            .consoL21710,
            .consoL21711, .consoL21712, .consoL21714, .consoL21717, .consoL22118, .consoL22119, .consoL22120,
            .consoL22121, .consoL22123, .consoL22124, .consoL2414, .consoL2424, .consoL6121:
            .consumer
        }
    }

    /// The number as French law is cited: `L. 216-6`, `1344`.
    public var number: String { rawValue }
}
