public import CaseFormat
public import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
public import Digests
public import Outbox

/// Everything that can stop a case on its way through the flow.
public enum CaseFlowError: Error, Sendable {
    /// The time zone database cannot answer.
    case timeZones(CivilCalendarError)
    /// OpenSSL does not work on this machine.
    case digests(DigestError)
    /// The decision refuses the channel; its objections say why.
    case refused(RefusedChannel)
    /// No channel is best: waiting is right, or nothing helps.
    case nothingToPrepare(Decision)
    /// The text was made for a day so far back that the last day on which it may go out is over.
    case outOfDate(lastDayToSend: CivilDay)
    /// Nobody offers this channel in this case.
    case notOffered(ChannelName)
    /// No plugin of this program prepares this channel.
    case noPlugin(ChannelName)
    /// The plugin cannot prepare; nothing was made.
    case plugin(ChannelError)
    /// Today's decision for the moment of an earlier one cannot be written as a file says it.
    case notReplayable(CaseFormatError)
    /// The store refuses, or cannot answer.
    case store(CaseStoreError)
    /// A delivery cannot take what is said of it.
    case outbox(OutboxError)
    /// What is stored of a case cannot be read with the directory and the rules of today.
    case unreadable(CaseReference, CaseFormatError)
    /// A report about a contact cannot be recorded.
    case report(ReportFault)
    /// The file is of another case than the one it was meant for.
    case otherReference(CaseReference, expected: CaseReference)
}

extension CaseFlowError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timeZones(let error): error.description
        case .digests(let error): error.description
        case .refused(let channel):
            "The channel \(channel.channel) is refused: \(channel.objections.map(\.code.rawValue).joined(separator: ", "))."
        case .nothingToPrepare: "There is nothing to prepare now: no channel is to be used at this moment."
        case .outOfDate(let day):
            "What is prepared for that moment may go out until \(day) at the latest, or it leaves the other side too little of the time that it gives: leave --at out, so that it is prepared for now."
        case .notOffered(let channel):
            "The channel \(channel) is not offered in this case: ask decide for those that are."
        case .noPlugin(let channel):
            "This program does not prepare the channel \(channel): use it by hand, as the decision describes it."
        case .plugin(let error): error.description
        case .notReplayable(let error):
            "No decision can be written for the moment of this one, so that there is nothing to compare: \(error.message)"
        case .store(let error): error.description
        case .outbox(let error): error.description
        case .unreadable(let reference, let error):
            "Case \(reference) cannot be read as it is stored: \(error.pointer): \(error.message)"
        case .report(let fault): fault.description
        case .otherReference(let found, let expected):
            "This is the file of case \(found), not of \(expected): name its own file, or take the reference out of it."
        }
    }
}
