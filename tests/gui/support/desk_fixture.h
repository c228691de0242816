#pragma once

#include <memory>

#include <QDir>
#include <QPixmap>
#include <QTemporaryDir>
#include <QtTest>

#include "gui/core/base/file.h"
#include "gui/core/import/import_preview.h"
#include "gui/widgets/shell/main_window.h"
#include "gui/widgets/theme/theme.h"

namespace twinhelm::desk::testing
{

/// The pair of seed 000: two nodes, one instance, states and priorities differ.
inline QByteArray seedNode(const QString &node)
{
    const bool first = node == QLatin1String("lb01");
    return QStringLiteral("global_defs {\n"
                          "    router_id %1 # each host is different\n"
                          "}\n"
                          "\n"
                          "vrrp_instance VI_1 {\n"
                          "    state %2\n"
                          "    interface eth0\n"
                          "    virtual_router_id 50\n"
                          "    priority %3\n"
                          "    advert_int 1\n"
                          "    authentication {\n"
                          "        auth_type PASS\n"
                          "        auth_pass 1111\n"
                          "    }\n"
                          "    virtual_ipaddress {\n"
                          "        10.0.0.3\n"
                          "    }\n"
                          "}\n")
        .arg(node, first ? QStringLiteral("MASTER") : QStringLiteral("BACKUP"),
             first ? QStringLiteral("150") : QStringLiteral("100"))
        .toUtf8();
}

/// A desk folder and a site with the seed pair as cluster "web".
class DeskFixture
{
public:
    DeskFixture()
    {
        QDir(root.path()).mkpath(QStringLiteral("home"));
        for (const QString &node : {QStringLiteral("lb01"), QStringLiteral("lb02")})
            (void)writeFile(filePath(node), seedNode(node));
    }

    [[nodiscard]] QString filePath(const QString &node) const { return root.filePath(node + QStringLiteral(".conf")); }
    [[nodiscard]] QString sitePath() const { return root.filePath(QStringLiteral("site")); }

    bool makeSite()
    {
        auto site = Site::create(sitePath(), QStringLiteral("Office"));
        if (!site)
            return false;
        ImportPreview preview;
        for (const QString &node : {QStringLiteral("lb01"), QStringLiteral("lb02")}) {
            if (!preview.addFile(filePath(node), node))
                return false;
        }
        return preview.commit(**site, QStringLiteral("web")).has_value();
    }

    [[nodiscard]] AppContext context() const
    {
        AppContext made;
        made.configHome = root.filePath(QStringLiteral("home"));
        made.connectLive = false;
        made.shellFor = [](const SiteNode &, Prompter *) { return std::shared_ptr<RemoteShell>(); };
        return made;
    }

    QTemporaryDir root;
};

/// Writes what `widget` looks like into the folder TH_SCREENSHOTS names; does nothing without it.
inline void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("TH_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

/// Shows the window in a size and lets layouts settle.
inline void present(QWidget &window, const QSize &size)
{
    window.resize(size);
    window.show();
    // Shortcuts reach active windows only, and a display without window manager activates none by itself.
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCoreApplication::processEvents();
}

} // namespace twinhelm::desk::testing
