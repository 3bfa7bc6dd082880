import ContactRouting
import CurlTransport
import TestSupport
import Testing

@Suite("MailAcceptance")
struct MailAcceptanceTests {
    /// One situation, and what it proves.
    ///
    /// `handedOver` is a share of a message of 1,000 bytes.
    struct Row: Sendable, CustomTestStringConvertible {
        let situation: String
        let curlCode: Int
        let responseCode: Int
        let stage: MailStage
        let handedOver: Int
        let verdict: MailAcceptance.Verdict

        init(
            _ situation: String, _ curl: Int, _ response: Int, _ stage: MailStage, _ handedOver: Int,
            _ verdict: MailAcceptance.Verdict
        ) {
            self.situation = situation
            curlCode = curl
            responseCode = response
            self.stage = stage
            self.handedOver = handedOver
            self.verdict = verdict
        }

        var testDescription: String { situation }
    }

    static let rows = [
        Row("250 after the dot", 0, 250, .message, 1000, .accepted),
        Row("banner 421", 8, 421, .connection, 0, .failed(.transient)),
        Row("banner 554", 8, 554, .connection, 0, .failed(.configuration)),
        Row("EHLO and HELO 550", 9, 550, .connection, 0, .failed(.configuration)),
        Row("MAIL 451", 55, 451, .sender, 0, .failed(.transient)),
        Row("RCPT 452", 55, 452, .recipient, 0, .failed(.transient)),
        Row("RCPT 421", 55, 421, .recipient, 0, .failed(.transient)),
        Row("MAIL 550", 55, 550, .sender, 0, .failed(.configuration)),
        Row("RCPT 550", 55, 550, .recipient, 0, .failed(.permanentRecipient)),
        Row("DATA 554", 55, 554, .data, 0, .failed(.permanentRecipient)),
        Row("MAIL 552: larger than SIZE", 55, 552, .sender, 0, .failed(.permanentContent)),
        Row("RCPT 552", 55, 552, .recipient, 0, .failed(.permanentContent)),
        Row("drop after DATA, stale 250", 56, 250, .recipient, 0, .failed(.transient)),
        Row("reset in the body", 55, 354, .data, 999, .failed(.transient)),
        Row("reset in the body, all handed over", 55, 354, .data, 1000, .unknown),
        Row("drop in DATA", 56, 354, .data, 1000, .unknown),
        Row("hang in DATA", 28, 354, .data, 1000, .unknown),
        Row("drop after the dot", 56, 354, .data, 1000, .unknown),
        Row("hang after the dot", 28, 354, .data, 1000, .unknown),
        Row("dot 451", 8, 451, .message, 1000, .failed(.transient)),
        Row("dot 421", 8, 421, .message, 1000, .failed(.transient)),
        Row("dot 552", 8, 552, .message, 1000, .failed(.permanentContent)),
        Row("dot 554, as older libcurl reports it", 56, 554, .message, 1000, .failed(.permanentContent)),
        Row("dot 251", 8, 251, .message, 1000, .accepted),
        Row("plain text behind STARTTLS", 8, 220, .connection, 0, .failed(.configuration)),
        Row("a weird 2xx before the message", 8, 251, .data, 0, .failed(.transient)),
        Row("STARTTLS stripped", 64, 250, .connection, 0, .failed(.configuration)),
        Row("STARTTLS 454", 64, 454, .connection, 0, .failed(.configuration)),
        Row("certificate not trusted", 60, 220, .connection, 0, .failed(.configuration)),
        Row("no TLS handshake, implicit", 35, 0, .connection, 0, .failed(.configuration)),
        Row("no TLS handshake after STARTTLS", 35, 220, .connection, 0, .failed(.configuration)),
        Row("no banner", 28, 0, .connection, 0, .failed(.transient)),
        Row("login denied", 67, 535, .connection, 0, .failed(.authentication)),
        Row("login not possible just now", 67, 454, .connection, 0, .failed(.transient)),
        Row("login without a common way", 67, 250, .connection, 0, .failed(.authentication)),
        Row("a password must be changed first", 67, 432, .connection, 0, .failed(.authentication)),
        Row("AUTH 535", 55, 535, .connection, 0, .failed(.authentication)),
        Row("530 without login", 55, 530, .sender, 0, .failed(.authentication)),
        Row("no name", 6, 0, .connection, 0, .failed(.transient)),
        Row("no connection", 7, 0, .connection, 0, .failed(.transient)),
        Row("354 after the dot", 8, 354, .message, 1000, .unknown),
        Row("success without a 2xx is not believed", 0, 354, .message, 1000, .unknown),
        Row("2xx with an error that is no weird reply", 28, 250, .message, 1000, .unknown),
    ]

    @Test("each measured situation has its verdict", arguments: rows)
    func verdict(row: Row) {
        let acceptance = MailAcceptance(
            curlCode: row.curlCode, responseCode: row.responseCode, stage: row.stage,
            bytesHandedOver: row.handedOver, messageSize: 1000)

        let verdict = acceptance.verdict

        #expect(verdict == row.verdict)
    }

    @Test(
        "nothing but a 2xx is ever accepted, and a message in the relay's hands is never called unsent without a refusal"
    )
    func totality() {
        for stage in MailStage.allCases { checkAll(stage) }
    }

    private func checkAll(_ stage: MailStage) {
        for curlCode in -1...101 {
            for responseCode in -1...700 {
                for handedOver in [0, 1, 999, 1000, 1001] {
                    let verdict = MailAcceptance(
                        curlCode: curlCode, responseCode: responseCode, stage: stage,
                        bytesHandedOver: handedOver, messageSize: 1000
                    ).verdict

                    switch verdict {
                    case .accepted:
                        #expect((200...299).contains(responseCode) && (curlCode == 0 || handedOver >= 1000))
                    case .unknown:
                        #expect(handedOver >= 1000 && !(400...599).contains(responseCode))
                    case .failed(let kind):
                        let isRefused = (400...599).contains(responseCode)
                        let isSetup = kind == .configuration || kind == .authentication
                        #expect(isRefused || isSetup || handedOver < 1000)
                    }
                }
            }
        }
    }

    @Test("extreme numbers never stop the program", arguments: [Int.min, -1, 0, Int.max])
    func extremes(number: Int) {
        let verdict = MailAcceptance(
            curlCode: number, responseCode: number, stage: .message, bytesHandedOver: number,
            messageSize: number
        ).verdict

        #expect(verdict != .accepted)
    }
}
