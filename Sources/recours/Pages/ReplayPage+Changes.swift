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
        guard let new else {
            return words.labelled(words.removed) + (old.map { "\(label(of: $0)) [\($0.code)]" } ?? "")
        }
        let sentence = sentence(of: new, on: channel)
        guard let old else { return words.labelled(words.added) + sentence }
        let before = words.labelled(words.before) + label(of: old)
        return words.labelled(words.altered) + "\(sentence) (\(before))"
    }

    /// Today's objection in a whole sentence, with its code.
    private func sentence(of record: ObjectionRecord, on channel: ChannelName) -> String {
        guard let refused = replay.decision.refused.first(where: { $0.channel == channel }),
            let objection = refused.objections.first(where: record.isOf)
        else { return "\(label(of: record)) [\(record.code)]" }
        return "\(phrasebook.text(of: objection, on: refused.offer)) [\(record.code)]"
    }

    /// An objection of which only the file knows: `another step first: phone`.
    private func label(of record: ObjectionRecord) -> String {
        var label = ObjectionCode(rawValue: record.code.text).map(vocabulary.name) ?? record.code.text
        if let about = text(of: record.about) { label = words.labelled(label) + about }
        if let end = record.usableFrom {
            label += ", " + phrasebook.formats.until(end, in: phrasebook.zone)
        }
        return label
    }

    private func text(of about: ObjectionRecord.About) -> String? {
        switch about {
        case .nothing: nil
        case .channel(let channel): vocabulary.name(of: channel)
        case .fact(let fact): FactPath(rawValue: fact).map(vocabulary.label) ?? fact
        case .since(let day): phrasebook.formats.longDate(day)
        }
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
        let words = "\(vocabulary.name(of: asked.channel)), \(answer ?? asked.answer.text)"
        // Who may use it now is not told from when.
        guard let from = asked.usableFrom, from > replay.decision.decidedAt else { return words }
        return words + ", " + phrasebook.formats.from(from, in: phrasebook.zone)
    }
}

extension ObjectionRecord {
    /// Whether it is what the file says of this objection.
    fileprivate func isOf(_ objection: Objection) -> Bool {
        guard code.text == objection.code.rawValue, usableFrom == objection.usableFrom else { return false }
        return switch (about, objection.detail) {
        case (.nothing, .none): true
        case (.channel(let one), .channel(let other)): one == other
        case (.fact(let one), .fact(let other)): one == other.rawValue
        case (.since(let one), .since(let other)): one == other
        case (.nothing, _), (.channel, _), (.fact, _), (.since, _): false
        }
    }
}
