public import CivilCalendar
public import ContactRouting
public import Digests

/// What a decision rests on besides the case: enough to repeat it years later.
public struct DecisionStamp: Sendable {
    /// The person's zone: every moment is written with its offset.
    public var zone: TimeZoneRules
    /// Digest of the case's canonical bytes.
    public var caseDigest: SHA256Digest
    /// Digest of the directory.
    public var directoryDigest: SHA256Digest
    /// Digest of the program's own rules: rights, profiles, weights.
    public var rulesDigest: SHA256Digest
    /// Version of the program.
    public var program: String

    public init(
        zone: TimeZoneRules, caseDigest: SHA256Digest, directoryDigest: SHA256Digest,
        rulesDigest: SHA256Digest,
        program: String
    ) {
        self.zone = zone
        self.caseDigest = caseDigest
        self.directoryDigest = directoryDigest
        self.rulesDigest = rulesDigest
        self.program = program
    }
}

/// What is written for people only, and left out of batches.
public struct DecisionTexts {
    public var wording: any DecisionWording
    public var questions: [Question]
    public var flips: [Flip]

    public init(wording: any DecisionWording, questions: [Question], flips: [Flip]) {
        self.wording = wording
        self.questions = questions
        self.flips = flips
    }
}
