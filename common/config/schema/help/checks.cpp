#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about the health checks of a real_server.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph connectionRows[] = {
    {"connect_ip", TH_HELP("schema",
     "The address to check, if not the real server's own. With DR the service listens on the virtual "
     "address, and a check of the real one may test something else. It must be reachable from the balancer "
     "without being balanced.")},
    {"connect_port", TH_HELP("schema",
     "The port to check, if not the real server's own. Needed for services without a port. A health port "
     "that answers while the service hangs is a false friend.")},
    {"bindto", TH_HELP("schema",
     "The source address of the check. Servers that accept only certain addresses may need it. It must "
     "exist on this node, so never take the virtual address: the backup could not check.")},
    {"bind_port", TH_HELP("schema",
     "The source port of the check. With a fixed one a connection that lingers blocks the next check; "
     "hardly ever useful.")},
    {"bind_if", TH_HELP("schema",
     "The interface the check leaves by. Required with a link-local address in bindto.")},
    {"connect_timeout", TH_HELP("schema",
     "Seconds to wait for the connection, and for each answer. A machine that is off lets every try run its "
     "full length, so keep it well below delay_loop.")},
    {"fwmark", TH_HELP("schema",
     "Firewall mark of the check's packets, so that rules can route them differently from clients' traffic.")},
    {"retry", TH_HELP("schema",
     "How often a failed check is tried again before the server is taken out. 0 takes it out at the first "
     "failure. The first check after the start is never repeated.")},
    {"delay_before_retry", TH_HELP("schema",
     "Seconds between a failed check and the next try. connect_timeout and this one, times retry, is how "
     "long a dead server goes on getting clients.")},
    {"warmup", TH_HELP("schema",
     "The first check comes at a random moment within so many seconds after the start, which spreads the "
     "load. 0 checks at once.")},
    {"delay_loop", TH_HELP("schema",
     "Seconds from one check to the next while all is well, and also while the server is down. It decides "
     "how soon a failure begins to be noticed and how soon a repaired server gets clients again.")},
    {"alpha", TH_HELP("schema",
     "The server counts as dead until this check has succeeded once. Otherwise it gets clients right after "
     "the start.")},
    {"log_all_failures", TH_HELP("schema",
     "Logs each failed try, also those that a retry makes good. Turn it on while you hunt a flaky server.")},
    {"nb_get_retry", TH_HELP("schema",
     "The old name of retry in HTTP_GET and SSL_GET. Many examples have it elsewhere, where it was never valid.")},
};

static constexpr Paragraph httpGetRows[] = {
    {"nb_get_retry", TH_HELP("schema",
     "The old name of retry. It still works in HTTP_GET and SSL_GET only.")},
    {"virtualhost", TH_HELP("schema",
     "The Host header, unless a url names its own. Otherwise the real server's or the service's is taken, "
     "and at last the address and port. A wrong one fetches another site's page or an error.")},
    {"http_protocol", TH_HELP("schema",
     "The version in the request; 1.0 unless you write 1.1. With C the server is asked to close the "
     "connection. Servers that keep connections open may make a check run into its timeout with 1.1 alone.")},
    {"enable_sni", TH_HELP("schema",
     "Sends the host name during the TLS handshake. Servers with several certificates need it, or they "
     "refuse the handshake. The name is sni_name, else virtualhost.")},
    {"sni_name", TH_HELP("schema",
     "The name sent in the TLS handshake, if it differs from virtualhost. It turns enable_sni on.")},
    {"fast_recovery", TH_HELP("schema",
     "A server that was down is good again after the first url that succeeds, instead of all of them. It "
     "brings servers back sooner, perhaps too soon when another page is still broken.")},
    {"tls_compliant", TH_HELP("schema",
     "Takes a connection that ends without a proper TLS goodbye for a failure. Many servers leave it out. "
     "Only for SSL_GET.")},
    {"url", TH_HELP("schema",
     "A page to fetch and what it must look like. Several are fetched one after the other and all must "
     "succeed. At least one is required.")},
};

static constexpr Paragraph httpUrlRows[] = {
    {"path", TH_HELP("schema",
     "What to fetch, beginning with a slash. Choose a small page that needs what the service needs, such as "
     "the database. Without it the url is dropped.")},
    {"digest", TH_HELP("schema",
     "The MD5 of the page. Get it with genhash against a healthy server. Any change of the page, even a "
     "date in it, takes all servers out at once; a status or regex is the better choice for pages that "
     "change.")},
    {"status_code", TH_HELP("schema",
     "The status codes that are good, one by one or as ranges such as 200-204. Without it 200 to 299 is. A "
     "page that redirects answers 301 or 302: list that code or fetch the target.")},
    {"virtualhost", TH_HELP("schema",
     "The Host header for this page alone. Otherwise the check's is taken.")},
    {"regex", TH_HELP("schema",
     "Text that must be in the page, as a regular expression between quotes. Quotes and backslashes inside "
     "follow the rules of quoted text, so test it. Only builds with PCRE2 know it.")},
    {"regex_no_match", TH_HELP("schema",
     "Turns the regex round: the text must not be in the page. Handy for words like maintenance or error.")},
    {"regex_options", TH_HELP("schema",
     "Options of the regular expression, by the lower-case names of PCRE2: caseless, dotall, multiline and "
     "so on.")},
    {"regex_min_offset", TH_HELP("schema",
     "A match counts only if it begins at this byte of the page or later.")},
    {"regex_max_offset", TH_HELP("schema",
     "A match counts only if it begins before this byte of the page, which saves reading the rest.")},
    {"regex_stack", TH_HELP("schema",
     "First and largest size of the stack for compiled expressions. The largest of all checks holds for the "
     "whole process.")},
    {"tls_compliant", TH_HELP("schema",
     "For this page alone: a connection that ends without a proper TLS goodbye is a failure. Only for "
     "SSL_GET.")},
};

static constexpr Paragraph smtpCheckRows[] = {
    {"helo_name", TH_HELP("schema",
     "The name in HELO. Mail servers that are strict about names may refuse the default, "
     "smtpchecker.keepalived.org. Use the balancer's own.")},
    {"host", TH_HELP("schema",
     "A target of its own inside the check; several may stand side by side. Write connect_ip and "
     "connect_port in the check itself instead, and one check per target.")},
};

static constexpr Paragraph dnsCheckRows[] = {
    {"type", TH_HELP("schema",
     "The type of record to ask for; SOA unless you write it. Take one that the server has for the name, or "
     "it answers with an error and is taken out.")},
    {"name", TH_HELP("schema",
     "The name to ask for; the root unless you write it. A resolver without access to the root fails then, "
     "so name a zone that the server must know.")},
};

static constexpr Paragraph miscCheckRows[] = {
    {"misc_path", TH_HELP("schema",
     "The command; exit code 0 means good. Quote it if it has arguments. It gets no information about the "
     "server, so pass its address as an argument.")},
    {"misc_timeout", TH_HELP("schema",
     "A run that takes longer is ended and counts as failed. 0 or nothing means the service's delay_loop, "
     "not the one of this check. Whole seconds only.")},
    {"misc_dynamic", TH_HELP("schema",
     "Exit codes from 2 to 255 set the weight: code minus 2. So the server itself can say how much it "
     "wants, from 0 (code 2) to 253. 0 leaves the weight alone and 1 is a failure.")},
    {"user", TH_HELP("schema",
     "User, and after it group, that the command runs as, instead of script_user. A user that does not "
     "exist makes the whole check drop out.")},
};

static constexpr Paragraph udpCheckRows[] = {
    {"payload", TH_HELP("schema",
     "Bytes to send, in hexadecimal; several words are joined. Without it an empty packet goes out, which "
     "many services do not answer.")},
    {"require_reply", TH_HELP("schema",
     "The server must answer, and the answer begin with these bytes in hexadecimal, XX standing for any. "
     "Without a pattern any answer is good; without the word even silence is.")},
    {"min_reply_length", TH_HELP("schema",
     "Shorter answers count as failed.")},
    {"max_reply_length", TH_HELP("schema",
     "Longer answers count as failed; 255 unless you write it, so raise it for talkative services.")},
};

static constexpr Paragraph fileCheckRows[] = {
    {"track_file", TH_HELP("schema",
     "Name of the track_file block whose number counts. Without it the check is dropped. The block may "
     "stand anywhere in the file.")},
    {"weight", TH_HELP("schema",
     "Multiplied by the number in the file and added to the server's weight. With reverse the sign is "
     "turned round, and noreverse undoes a reverse of the track_file block.")},
    {"dynamic", TH_HELP("schema",
     "Stands in keepalived's documentation, but no version ever understood it. Remove it.")},
};

static constexpr Paragraph bfdCheckRows[] = {
    {"name", TH_HELP("schema",
     "Name of the bfd_instance. Without it, or if there is no such session, the check is dropped.")},
    {"alpha", TH_HELP("schema",
     "The server counts as dead until the session has come up once.")},
};

// clang-format on

constinit const std::span<const Paragraph> connectionHelp = connectionRows;
constinit const std::span<const Paragraph> httpGetHelp = httpGetRows;
constinit const std::span<const Paragraph> httpUrlHelp = httpUrlRows;
constinit const std::span<const Paragraph> smtpCheckHelp = smtpCheckRows;
constinit const std::span<const Paragraph> dnsCheckHelp = dnsCheckRows;
constinit const std::span<const Paragraph> miscCheckHelp = miscCheckRows;
constinit const std::span<const Paragraph> udpCheckHelp = udpCheckRows;
constinit const std::span<const Paragraph> fileCheckHelp = fileCheckRows;
constinit const std::span<const Paragraph> bfdCheckHelp = bfdCheckRows;

} // namespace twinhelm::config::schema
