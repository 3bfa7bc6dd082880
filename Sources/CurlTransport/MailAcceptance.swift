public import ContactRouting

/// What a relay's reply answered.
public enum MailStage: String, Hashable, Sendable, CaseIterable {
    /// The connection itself: greeting, EHLO, STARTTLS and login.
    case connection
    /// `MAIL FROM`.
    case sender
    /// `RCPT TO`.
    case recipient
    /// `DATA`, before any byte of the message.
    case data
    /// The message, after its final dot.
    case message
}

/// Decides from what libcurl reports whether a relay took a mail.
///
/// Only the pair of CURLcode and last reply code tells: a drop after the final dot gives `56` with `354`, a drop on `DATA`
/// gives `56` with the stale `250` of RCPT. Where neither acceptance nor refusal is proved, the verdict is `unknown`.
public struct MailAcceptance: Hashable, Sendable {
    /// libcurl's CURLcode, `0` for success.
    public let curlCode: Int
    /// The last reply code that libcurl saw, `0` for none.
    public let responseCode: Int
    /// What that reply answered.
    ///
    /// Only tells whom a refusal is about, never whether the mail was taken.
    public let stage: MailStage
    /// Bytes of the message that libcurl took from us; it may not have sent them all.
    public let bytesHandedOver: Int
    /// Bytes the message has.
    public let messageSize: Int

    public init(
        curlCode: Int, responseCode: Int, stage: MailStage, bytesHandedOver: Int, messageSize: Int
    ) {
        self.curlCode = curlCode
        self.responseCode = responseCode
        self.stage = stage
        self.bytesHandedOver = bytesHandedOver
        self.messageSize = messageSize
    }

    public enum Verdict: Hashable, Sendable {
        case accepted
        /// It is proved that the relay did not take the message.
        case failed(FailureKind)
        case unknown
    }

    /// The verdict; total over all values.
    public var verdict: Verdict {
        switch (curlCode, responseCode) {
        case (0, 200...299): .accepted
        // libcurl calls a 2xx other than 250 after the dot a weird reply; RFC 5321 section 4.3.2 calls it success.
        case (CurlCode.weirdServerReply, 200...299) where isHandedOver: .accepted
        case (CurlCode.peerFailedVerification, _), (CurlCode.useSSLFailed, _): .failed(.configuration)
        case (CurlCode.certificateFile, _), (CurlCode.clientCertificate, _): .failed(.configuration)
        case (CurlCode.tlsHandshakeFailed, _): .failed(.configuration)
        // Words behind the reply to STARTTLS, from before the encryption: somebody speaks in the relay's name.
        case (CurlCode.weirdServerReply, 200...299) where stage == .connection && bytesHandedOver <= 0:
            .failed(.configuration)
        // The account could not be looked up just now (RFC 4954 section 6): that says nothing about the password.
        case (CurlCode.loginDenied, 421), (CurlCode.loginDenied, 450...454): .failed(.transient)
        case (CurlCode.loginDenied, _), (_, 530), (_, 534), (_, 535), (_, 538): .failed(.authentication)
        case (_, 400...499): .failed(.transient)
        case (_, 500...599): .failed(permanentKind)
        // The final dot follows the last byte of the message at once, so it may have been sent from then on.
        case _ where isHandedOver: .unknown
        case _: .failed(.transient)  // tidy-allow: numbers, not an enum of ours
        }
    }

    private var isHandedOver: Bool { bytesHandedOver >= messageSize }

    /// Whom a refusal for good is about; `552` speaks of size wherever it comes (RFC 1870 section 6.1).
    private var permanentKind: FailureKind {
        guard responseCode != 552 else { return .permanentContent }
        return switch stage {
        // A relay that refuses us or our sender's address refuses every mail of the account.
        case .connection, .sender: .configuration
        case .recipient, .data: .permanentRecipient
        case .message: .permanentContent
        }
    }
}

/// The CURLcodes that the classifiers tell apart.
///
/// Their numbers are part of libcurl's stable interface.
enum CurlCode {
    static let weirdServerReply = 8
    static let certificateFile = 77
    static let clientCertificate = 58
    static let peerFailedVerification = 60
    static let useSSLFailed = 64
    static let loginDenied = 67
    /// No common version or cipher, or no TLS at all where it is expected.
    ///
    /// A connection that drops during the handshake gives it too. An alert too many is better than trying for days against
    /// a relay whose encryption is broken or tampered with; nothing was sent either way.
    static let tlsHandshakeFailed = 35
    static let abortedByCallback = 42
}
