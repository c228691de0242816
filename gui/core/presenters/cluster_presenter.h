#pragma once

#include <QObject>
#include <QPointer>

#include "gui/core/document/document.h"
#include "gui/core/live/live_cluster.h"
#include "gui/core/presenters/colour_role.h"
#include "gui/core/presenters/node_lamp.h"

namespace twinhelm::desk
{

/// Header of a cluster page: verdict, lamps, unsaved changes. One ordered decision gives label, colour and tooltip.
class ClusterPresenter : public QObject
{
    Q_OBJECT

public:
    /// Both may be nullptr (not connected, not opened); neither is owned.
    ClusterPresenter(LiveCluster *live, Document *document, QObject *parent = nullptr);

    [[nodiscard]] QString title() const; ///< name of the cluster
    [[nodiscard]] Verdict verdict() const;
    [[nodiscard]] QString verdictTitle() const;
    [[nodiscard]] QString verdictText() const; ///< the sentence
    [[nodiscard]] ColourRole verdictColour() const;
    [[nodiscard]] const QList<NodeLamp> &lamps() const { return lamps_; }
    [[nodiscard]] QString changesText() const;   ///< "unsaved changes, errors: 3", or empty
    [[nodiscard]] bool canDeploy() const;        ///< the document has no error
    [[nodiscard]] QString deployBlocker() const; ///< why not; empty when it can

signals:
    void changed();

private:
    void refresh();

    QPointer<LiveCluster> live_;
    QPointer<Document> document_;
    QList<NodeLamp> lamps_;
};

} // namespace twinhelm::desk
