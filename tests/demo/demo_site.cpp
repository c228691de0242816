#include "tests/demo/demo_site.h"

#include "gui/core/base/qt_text.h"
#include "gui/core/import/import_preview.h"
#include "gui/core/site/site.h"
#include "gui/core/ssh/prompter.h"
#include "gui/core/ssh/session_pool.h"
#include "gui/core/trust/desk_identity.h"

namespace twinhelm::demo
{

namespace
{

/// Nothing may be asked: the keys are known. Whoever asks all the same gets no answer, which counts as "no".
class Silent : public desk::Prompter
{
public:
    void askPassword(const desk::PasswordQuestion &, TextAnswer) override {}
    void askPassphrase(const desk::PassphraseQuestion &, TextAnswer) override {}
    void confirmUnknownHost(const desk::UnknownHostKey &, YesNoAnswer) override {}
    void hostKeyChanged(const desk::ChangedHostKey &) override {}
};

Result<void> enrolNode(const desk::Site &site, desk::DeskIdentity &identity, desk::SessionPool &sessions,
                       const desk::SiteNode &node)
{
    static Silent silent;
    const auto ca = identity.authority(site);
    if (!ca)
        return tl::unexpected(ca.error());
    const auto shell = sessions.shellFor(node, &silent);
    const auto enrolled = desk::enrol(*shell, **ca, desk::enrolmentOf(node), QDateTime::currentDateTimeUtc());
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    return {};
}

} // namespace

Result<void> prepareSite(DemoPair &pair, const DemoFolders &folders, const QString &cluster)
{
    folders.trustHosts(pair);
    auto site = desk::Site::create(folders.site.path(), QStringLiteral("Demo"));
    if (!site)
        return tl::unexpected(site.error());
    desk::ImportPreview import;
    for (const auto &file : folders.files.entryInfoList(QDir::Files, QDir::Name)) {
        if (auto added = import.addFile(file.filePath(), file.completeBaseName()); !added)
            return added;
    }
    if (auto done = import.commit(**site, cluster); !done)
        return done;
    desk::DeskIdentity identity(folders.configHome.path());
    desk::SessionPool sessions(folders.ssh.path());
    for (const auto &place : {pair.lab().options().lb1, pair.lab().options().lb2}) {
        auto node = *(*site)->node(desk::toQt(place.name));
        node.host = desk::toQt(place.address);
        node.identityFile = QString::fromStdString(pair.sshKey().string());
        if (auto put = (*site)->putNode(node); !put)
            return put;
        if (auto enrolled = enrolNode(**site, identity, sessions, node); !enrolled)
            return enrolled;
    }
    return {};
}

} // namespace twinhelm::demo
