public import ContactRouting

/// Decides from what libcurl reports what became of an HTTP request.
///
/// A request that changes something and whose answer did not come may have had its effect once all of it was handed over.
/// An answer of 500, 502 or 504 proves nothing either: the effect may have happened before the fault.
public struct HTTPAcceptance: Hashable, Sendable {
    public let method: HTTPMethod
    /// The status codes that mean success.
    public let expected: Set<Int>
    /// libcurl's CURLcode, `0` for a complete answer.
    public let curlCode: Int
    /// The status of the answer, `0` for none.
    public let responseCode: Int
    /// Bytes of the body that libcurl took from us; it may not have sent them all.
    public let bytesHandedOver: Int
    /// Bytes the body has.
    public let bodySize: Int
    /// Bytes of the request line and headers that were sent.
    public let headBytesSent: Int

    public init(
        method: HTTPMethod, expected: Set<Int>, curlCode: Int, responseCode: Int, bytesHandedOver: Int,
        bodySize: Int, headBytesSent: Int
    ) {
        self.method = method
        self.expected = expected
        self.curlCode = curlCode
        self.responseCode = responseCode
        self.bytesHandedOver = bytesHandedOver
        self.bodySize = bodySize
        self.headBytesSent = headBytesSent
    }

    public enum Verdict: Hashable, Sendable {
        case answered
        /// It is proved that the request had no effect.
        case failed(FailureKind)
        case unknown
    }

    /// The verdict; total over all values.
    public var verdict: Verdict {
        switch responseCode {
        case 200...299 where curlCode == 0 && expected.contains(responseCode): .answered
        case 404 where curlCode == 0 && method.isSafe && expected.contains(404): .answered
        case 200...299: unprovedUnlessIncomplete
        case 300...399: .failed(.configuration)
        case 401, 403, 407: .failed(.authentication)
        case 404, 405, 410, 421, 501, 505: .failed(.configuration)
        case 408, 425, 503: .failed(.transient)
        // "Being worked on": the first request with this key may still have its effect.
        case 409: unprovedUnlessIncomplete
        case 429: .failed(.rateLimited)
        case 400...499: .failed(.permanentContent)
        case 500...599: unprovedUnlessIncomplete
        case _ where isEncryptionFault: .failed(.configuration)
        case _: unprovedUnlessIncomplete  // tidy-allow: numbers, not an enum of ours
        }
    }

    /// True when there was no trusted encrypted connection for any byte of the request.
    ///
    /// When a kept connection turns out to be dead, libcurl repeats the request on a new one: a handshake that fails only
    /// then says nothing about what the first connection carried.
    private var isEncryptionFault: Bool {
        let isFault = [
            CurlCode.peerFailedVerification, CurlCode.useSSLFailed, CurlCode.certificateFile,
            CurlCode.clientCertificate, CurlCode.tlsHandshakeFailed,
        ].contains(curlCode)
        return isFault && headBytesSent <= 0
    }

    /// No server acts on a request that it did not get in full.
    private var unprovedUnlessIncomplete: Verdict {
        let isComplete = headBytesSent > 0 && bytesHandedOver >= bodySize
        return method.isSafe || !isComplete ? .failed(.transient) : .unknown
    }
}
