namespace Pipeline.Local.Azurite;

/// <summary>What node is told to run around Azurite's own entry script.</summary>
internal static class AzuriteScript
{
    /// <summary>
    /// Azurite lives exactly as long as its standard input is open, on every platform and even when its parent is killed:
    /// the system then closes the pipe, and Azurite saves its index and ends. Ctrl-C reaches every process of a terminal
    /// at once; Azurite must outlast the host, which still has messages to put back, so SIGINT and SIGHUP are not for it.
    /// What it prints then has no reader, and an unread error about that would end it before it has saved.
    /// <para>
    /// Its index is made of LokiJS collections, one for the messages of all queues, and each queue operation first removes
    /// the expired ones: an empty list nearly always, for which LokiJS filters all messages and sorts four indices anew, as it
    /// does for each batch received and each blob deleted. Handling small batches one by one has the same effect; with 2,000
    /// messages waiting it took a receive from 13 to 5 ms of CPU, an empty one from 6 to 2, and a delete from 3 to 0.7.
    /// </para>
    /// </summary>
    public const string Text =
        """
        const once = process.once.bind(process);
        const parentsBusiness = ['SIGINT', 'SIGHUP'];
        process.once = (event, listener) => parentsBusiness.includes(event) ? process : once(event, listener);
        for (const signal of parentsBusiness) process.on(signal, () => {});
        for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
        let ending = false;
        const end = () => {
          if (ending) return;
          ending = true;
          process.emit('SIGTERM');
          setTimeout(() => process.exit(1), 20000).unref();
        };
        const loki = require.resolve('lokijs', { paths: [require('path').dirname(process.argv[1])] });
        const collection = require(loki).Collection.prototype;
        const { update, removeBatch } = collection;
        collection.update = function (docs) {
          if (Array.isArray(docs) && docs.length <= 32) docs.forEach(doc => update.call(this, doc));
          else return update.call(this, docs);
        };
        collection.removeBatch = function (docs) {
          if (docs.length <= 32) [...docs].forEach(doc => this.remove(doc));
          else removeBatch.call(this, docs);
        };
        process.stdin.on('end', end).on('close', end).on('error', end).resume();
        require(process.argv[1]);
        """;
}
