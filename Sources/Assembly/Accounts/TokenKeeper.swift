import ChannelPluginKit
import CivilCalendar
import ContactRouting

/// Gets the tokens of one account and keeps the newest, in memory only.
///
/// Whoever asks while one is being fetched waits for it: an account is asked once, not once for each delivery. After a
/// refusal it is left alone for a while, so that nothing is locked out.
actor TokenKeeper {
    /// How long a refused account is not asked again, in seconds; the pause of the channel is longer.
    static let refusalSeconds: Int64 = 60

    private let grant: TokenGrant
    private let secrets: SecretKeeper
    private let port: any HTTPPort
    private var token: AccessToken?
    private var refusal: (failure: Failure, at: Instant)?
    private var fetching: Task<Fetched, Never>?

    private typealias Fetched = Result<AccessToken, TokenFault>

    init(_ grant: TokenGrant, secrets: SecretKeeper, port: any HTTPPort) {
        self.grant = grant
        self.secrets = secrets
        self.port = port
    }

    /// A token that may be used now.
    ///
    /// - Parameter refused: the token that the other side did not take; it is not handed out again.
    /// - Throws: `TokenFault`: nothing was sent in the name of the account.
    func token(at now: Instant, insteadOf refused: AccessToken? = nil) async throws(TokenFault) -> AccessToken
    {
        if let token, token != refused, token.isFresh(at: now) { return token }
        if let refusal, refusal.at <= now, now < refusal.at.adding(seconds: Self.refusalSeconds) {
            throw TokenFault(failure: refusal.failure)
        }
        if let fetching { return try await fetching.value.get() }
        let task = Task { [grant, secrets, port] in
            await Self.fetch(grant, secrets: secrets, port: port, at: now)
        }
        fetching = task
        let fetched = await task.value
        fetching = nil
        switch fetched {
        case .success(let token):
            self.token = token
            refusal = nil
        case .failure(let fault):
            token = nil
            refusal = fault.failure.kind == .authentication ? (fault.failure, now) : nil
        }
        return try fetched.get()
    }

    private static func fetch(
        _ grant: TokenGrant, secrets: SecretKeeper, port: any HTTPPort, at now: Instant
    ) async -> Fetched {
        let request: HTTPRequest?
        do throws(SecretFault) {
            let secret = try secrets.text(of: .registeredMailClient)
            let password = grant.username == nil ? nil : try secrets.text(of: .registeredMailPassword)
            request = grant.request(clientSecret: secret, password: password)
        } catch {
            return .failure(TokenFault(failure: Failure(.configuration, error.description)))
        }
        guard let request else { return .failure(.tooLong) }
        switch await port.send(request, at: now) {
        case .answered(let response):
            guard let token = AccessToken(response, at: now) else { return .failure(.noToken(grant)) }
            return .success(token)
        case .failed(let failure), .unknown(let failure):
            return .failure(TokenFault(failure, of: grant))
        }
    }
}

/// Why there is no token; nothing was sent in the name of the account.
struct TokenFault: Error, Hashable, Sendable {
    let failure: Failure

    init(failure: Failure) { self.failure = failure }

    /// Makes a fault of what became of the request; the words of the other side are left out, they may repeat a name.
    init(_ failure: Failure, of grant: TokenGrant) {
        let host = grant.tokenURL.host
        switch failure.kind {
        case .transient, .rateLimited, .cancelled, .policy, .configuration, .pluginFault, .unsupported:
            self.failure = Failure(
                failure.kind, failure.explanation, responseCode: failure.responseCode,
                retryAfterSeconds: failure.retryAfterSeconds)
        case .authentication, .permanentContent, .permanentRecipient:
            // RFC 6749 section 5.2 answers a wrong secret or password with 401 or 400.
            self.failure = Failure(
                .authentication, "\(host) gives no token for this account: check its name and its secrets.",
                responseCode: failure.responseCode)
        }
    }

    static func noToken(_ grant: TokenGrant) -> TokenFault {
        TokenFault(
            failure: Failure(
                .authentication,
                "\(grant.tokenURL.host) answers without a bearer token: check the address of its token endpoint."
            ))
    }

    static let tooLong = TokenFault(
        failure: Failure(
            .configuration,
            "The client and its secret are too long for a header: check the file of the secret."))
}
