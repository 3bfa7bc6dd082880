import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Texts

extension ReplayPage {
    /// One change in one line.
    func text(of subject: DecisionChange.Subject) -> String {
        switch subject {
        case .outcome: ""
        case .channel(_, let old, let new): channel(old, new)
        case .verdict(_, let isUsable): isUsable ? words.isUsableNow : words.isRefusedNow
        case .score(_, let score): words.labelled(words.score) + text(of: score)
        case .whenOpen(_, let score): words.labelled(words.scoreWhenOpen) + text(of: score)
        case .objection(let channel, let old, let new): objection(old, new, on: channel)
        case .usableFrom(_, let old, let new):
            words.labelled(words.usableFrom) + from(old.map(moment), new.map(moment))
        case .availability(_, let old, let new):
            words.labelled(words.availability) + text(of: old) + words.arrow + text(of: new)
        case .details(_, let details): words.alsoChanged(details)
        case .deadline(let old, let new): deadline(old, new)
        case .next(let old, let new):
            words.labelled(words.next) + from(steps(old), steps(new))
        case .asked(let old, let new):
            words.labelled(words.asked) + from(old.map(text), new.map(text))
        }
    }

    /// Both sides of a change; what is not there is told in words.
    private func from(_ old: String?, _ new: String?) -> String {
        (old ?? words.absent) + words.arrow + (new ?? words.absent)
    }

    // MARK: Channels

    private func channel(_ old: ChannelRecord.Verdict?, _ new: ChannelRecord.Verdict?) -> String {
        let verdict =
            switch new ?? old {
            case .usable: words.usable
            case .refused, nil: words.refused
            }
        return new == nil ? words.isGone : "\(words.isNew) (\(verdict))"
    }

    /// `1105 → 1085 (time to an answer 75 → 55)`.
    private func text(of score: ScoreChange) -> String {
        let sums = from(score.from.map(String.init), score.to.map(String.init))
        guard score.from != nil, score.to != nil else { return sums }
        let terms = score.terms.map { term in
            let name = ScoreTermName(rawValue: term.name.text).map(vocabulary.name) ?? term.name.text
            return "\(name) \(term.from)\(words.arrow)\(term.to)"
        }
        return terms.isEmpty ? sums : "\(sums) (\(terms.joined(separator: ", ")))"
    }

    private func text(of availability: AvailabilityRecord) -> String {
        let state = words.name(of: availability.state.text)
        guard let until = availability.until else { return state }
        return "\(state) \(phrasebook.formats.until(until, in: phrasebook.zone))"
    }

    // MARK: Objections

    private func objection(
        _ old: ObjectionRecord?, _ new: ObjectionRecord?, on channel: ChannelName
    ) -> String {
        guard let new else { return words.labelled(words.removed) + (old.map(label) ?? "") }
        let label = old == nil ? words.added : words.altered
        return words.labelled(label) + sentence(of: new, on: channel)
    }

    /// Today's objection in a whole sentence, with its code.
    private func sentence(of record: ObjectionRecord, on channel: ChannelName) -> String {
        guard let refused = replay.decision.refused.first(where: { $0.channel == channel }),
            let objection = refused.objections.first(where: {
                $0.code.rawValue == record.code.text && $0.usableFrom == record.usableFrom
            })
        else { return label(of: record) }
        return "\(phrasebook.text(of: objection, on: refused.offer)) [\(record.code)]"
    }

    private func label(of record: ObjectionRecord) -> String {
        let name = ObjectionCode(rawValue: record.code.text).map(vocabulary.name)
        let until = record.usableFrom.map { ", " + phrasebook.formats.until($0, in: phrasebook.zone) } ?? ""
        return "\(name ?? record.code.text)\(until) [\(record.code)]"
    }

    // MARK: Time limits, steps, the question

    private func deadline(_ old: DeadlineRecord?, _ new: DeadlineRecord?) -> String {
        guard let record = new ?? old else { return "" }
        let right = words.labelled(
            RightName(rawValue: record.right.text).map(vocabulary.name) ?? record.right.text)
        guard let old, let new else {
            let head = old == nil ? words.newDeadline : words.goneDeadline
            let end = record.lastDay.map { ", \(words.lastDay) \(phrasebook.formats.longDate($0))" } ?? ""
            return right + head + end
        }
        return right + moves(from: old, to: new).joined(separator: " ; ")
    }

    private func moves(from old: DeadlineRecord, to new: DeadlineRecord) -> [String] {
        var moves: [String] = []
        if old.opens != new.opens {
            moves.append("\(words.opens) " + from(old.opens.map(moment), new.opens.map(moment)))
        }
        if old.lastDay != new.lastDay {
            moves.append("\(words.lastDay) " + days(old.lastDay, new.lastDay))
        } else if old.closes != new.closes {
            moves.append("\(words.closes) " + from(old.closes.map(moment), new.closes.map(moment)))
        }
        if old.safeLastDay != new.safeLastDay {
            moves.append("\(words.safeLastDay) " + days(old.safeLastDay, new.safeLastDay))
        }
        if old.source != new.source { moves.append("\(words.sourceOf) " + from(old.source, new.source)) }
        return moves
    }

    private func days(_ old: CivilDay?, _ new: CivilDay?) -> String {
        from(old.map(phrasebook.formats.longDate), new.map(phrasebook.formats.longDate))
    }

    private func steps(_ steps: [NextRecord]) -> String? {
        guard !steps.isEmpty else { return nil }
        return steps.map { step in
            let name = vocabulary.name(of: step.channel)
            guard let from = step.notBefore else { return name }
            return "\(name) (\(phrasebook.formats.from(from, in: phrasebook.zone)))"
        }.joined(separator: ", ")
    }

    private func text(of asked: AskedRecord) -> String {
        let answer = AskedAnswer.Answer(rawValue: asked.answer.text).map(vocabulary.name)
        return "\(vocabulary.name(of: asked.channel)), \(answer ?? asked.answer.text)"
            + (asked.usableFrom.map { ", " + phrasebook.formats.from($0, in: phrasebook.zone) } ?? "")
    }
}
