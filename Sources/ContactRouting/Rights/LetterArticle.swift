public import CivilCalendar

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
    /// Nothing is owed for what was not ordered.
    case consoL12112 = "L. 121-12"
    /// Contracts can be ended online, free of charge.
    case consoL21511 = "L. 215-1-1"
    /// The free mediation of consumer disputes.
    case consoL6121 = "L. 612-1"
    /// A written complaint comes before mediation.
    case consoL6122 = "L. 612-2"
    /// What was received without being owed goes back.
    case civil1302 = "1302"
    /// Whoever received it, by mistake or knowingly, gives it back.
    case civil13021 = "1302-1"
    /// A contract is ended by a letter after a notice that announced it.
    case civil1226 = "1226"
    /// A contract can always be ended in court.
    case civil1227 = "1227"
    /// What the court may decide then.
    case civil1228 = "1228"
    /// What a formal notice is.
    case civil1344 = "1344"
    /// The seller answers for hidden defects.
    case civil1641 = "1641"
    /// The buyer returns the thing for its price, or keeps it for a part of it.
    case civil1644 = "1644"
    /// Two years from the discovery of a hidden defect.
    case civil1648 = "1648"
    /// An answer within one month, free of charge.
    case gdpr12 = "12"
    /// Access to one's personal data, and a copy.
    case gdpr15 = "15"
    /// Erasure of one's personal data.
    case gdpr17 = "17"
    /// A consumer may sue at home.
    case consoR6313 = "R. 631-3"
    /// Interest at the legal rate from the formal notice on.
    case civil12316 = "1231-6"
    /// The refund of an unauthorised operation.
    case financialL13318 = "L. 133-18"
    /// Thirteen months to tell the bank.
    case financialL13324 = "L. 133-24"
    /// An amicable attempt before the court.
    case procedure7501 = "750-1"
    /// The conciliator.
    case procedure1536 = "1536"

    /// The codes that the articles stand in.
    public enum Code: Hashable, Sendable, CaseIterable {
        case consumer, civil
        /// Regulation (EU) 2016/679.
        case gdpr
        /// Code monétaire et financier.
        case financial
        /// Code de procédure civile.
        case civilProcedure
    }

    public var code: Code {
        switch self {
        case .civil1302, .civil13021, .civil1344, .civil1641, .civil1644, .civil1648: .civil
        case .gdpr12, .gdpr15, .gdpr17: .gdpr
        case .consoL2161, .consoL2162, .consoL2166, .consoL2167, .consoL2173, .consoL2177, .consoL2179,
            .consoL21710,
            .consoL21711, .consoL21712, .consoL21714, .consoL21717, .consoL22118, .consoL22119, .consoL22120,
            .consoL22121, .consoL22123, .consoL22124, .consoL2414, .consoL2424, .consoL12112,
            .consoL21511, .consoL6121, .consoL6122:
            .consumer
        case .consoR6313: .consumer
        case .civil12316, .civil1226, .civil1227, .civil1228: .civil
        case .financialL13318, .financialL13324: .financial
        case .procedure7501, .procedure1536: .civilProcedure
        }
    }

    /// The number as French law is cited: `L. 216-6`, `1344`.
    public var number: String { rawValue }

    /// First day of the contracts to which the wording that letters rely on applies; nil when older than any case can be.
    ///
    /// - Source: order 2021-1247; docs/law.md says what is not certain of it.
    public var contractsFrom: CivilDay? {
        switch self {
        case .consoL2161, .consoL2162, .consoL2166, .consoL2167, .consoL2173, .consoL2177, .consoL2179,
            .consoL21710, .consoL21711, .consoL21712, .consoL21714, .consoL21717, .consoL2414:
            RightRule.delivery.contractsFrom
        case .consoL22118, .consoL22119, .consoL22120, .consoL22121, .consoL22123, .consoL22124, .consoL2424,
            .consoL12112, .consoL21511, .consoL6121, .consoL6122, .civil1302, .civil13021, .civil1344,
            .civil1641, .civil1644, .civil1648, .gdpr12, .gdpr15, .gdpr17,
            .consoR6313, .civil12316, .civil1226, .civil1227, .civil1228, .financialL13318, .financialL13324,
            .procedure7501, .procedure1536:
            nil
        }
    }

    /// First day on which the article can be cited at all; nil when older than any letter of the program.
    ///
    /// - Source: law 2022-1158 (L. 215-1-1).
    public var inForceFrom: CivilDay? {
        self == .consoL21511 ? CivilDay(dayNumber: 19_509) : nil
    }

    func isInForce(on day: CivilDay) -> Bool { inForceFrom.map { $0 <= day } ?? true }
}
