internal import ContactRouting
internal import JSONText

extension RecordReading {
    func deadline(_ value: JSONValue) -> DeadlineRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let right = fields.require("right", name)
        let opens = fields.read("opens", intake.instant)
        let closes = fields.read("closes", intake.instant)
        let lastDay = fields.read("lastDay", intake.day)
        let safeLastDay = fields.read("safeLastDay", intake.day)
        let source = fields.require("source", intake.text)
        _ = fields.read("text", intake.text)
        fields.finish()
        guard let right, let source else { return nil }
        return DeadlineRecord(
            right: right, opens: opens, closes: closes, lastDay: lastDay, safeLastDay: safeLastDay,
            source: source)
    }

    func next(_ value: JSONValue) -> NextRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let channel = fields.require("channel", channel)
        let notBefore = fields.read("notBefore", intake.instant)
        _ = fields.read("because", intake.text)
        fields.finish()
        return channel.map { NextRecord(channel: $0, notBefore: notBefore) }
    }

    func asked(_ value: JSONValue) -> AskedRecord? {
        guard var fields = Fields(value, intake) else { return nil }
        let channel = fields.require("channel", channel)
        let answer = fields.require("answer", name)
        let usableFrom = fields.read("usableFrom", intake.instant)
        let since = fields.read("since", intake.day)
        _ = fields.read("text", intake.text)
        fields.finish()
        guard let channel, let answer else { return nil }
        return AskedRecord(channel: channel, answer: answer, usableFrom: usableFrom, since: since)
    }
}
