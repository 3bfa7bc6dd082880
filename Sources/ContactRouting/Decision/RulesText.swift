import CivilCalendar

extension ContactRouter {
    /// Everything that decides besides the case, the directory and the moment, as one text: rights, profiles, weights.
    ///
    /// Its digest stands in every decision, so that two decisions made by different rules can be told apart.
    public static let rulesText: String = {
        var lines: [String] = []
        for rule in RightRule.table {
            lines.append(
                "right \(rule.right.rawValue) \(rule.start.rawValue) \(rule.limit.length) \(rule.limit.end) "
                    + "\(rule.effect) \(rule.bars.rawValue) \(rule.contractsFrom?.description ?? "-") "
                    + "\(rule.contractsUntil?.description ?? "-") \(rule.citation.rawValue)"
            )
        }
        for profile in ChannelProfile.table {
            lines.append(
                "channel \(profile.channel) \(profile.rung.rawValue) \(profile.evidence.rawValue) "
                    + "\(profile.effort.rawValue) \(profile.answerAfter) \(profile.answerTime) \(profile.isFree) "
                    + profile.issues.kinds.map(\.rawValue).joined(separator: ","))
        }
        for (name, points) in ScoreWeights.table { lines.append("weight \(name) \(points)") }
        for seconds in ScoreWeights.timeSteps {
            lines.append("time \(seconds) \(ScoreWeights.time(seconds))")
        }
        lines.append("counter \(Surroundings.postCounterHours)")
        lines.append("amicable \(Situation.amicableAmountMax)")
        return lines.joined(separator: "\n")
    }()
}

extension ScoreWeights {
    /// Every weight by its name.
    fileprivate static let table: [(String, Int)] = [
        ("stage", stage), ("wallStep", wallStep), ("wallTop", wallTop), ("priorityFactor", priorityFactor),
        ("urgencyFactor", urgencyFactor), ("formalProofFactor", formalProofFactor), ("free", free),
        ("cheap", cheap),
        ("cheapMax", Int(cheapMax)), ("effortLow", effortLow), ("effortMedium", effortMedium),
        ("confidenceHigh", confidenceHigh), ("confidenceMedium", confidenceMedium), ("stale", stale),
        ("solvesAlone", solvesAlone), ("language", language), ("triedFailed", triedFailed),
        ("triedPending", triedPending), ("weekendVoice", weekendVoice), ("rightEndsSoon", rightEndsSoon),
        ("secondaryRemedy", secondaryRemedy),
        ("lastOnRung", lastOnRung), ("preferred", preferred),
    ]
}
