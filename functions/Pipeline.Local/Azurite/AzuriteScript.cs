namespace Pipeline.Local.Azurite;

/// <summary>What node is told to run around Azurite's own entry script.</summary>
internal static class AzuriteScript
{
    /// <summary>
    /// Azurite lives exactly as long as its standard input is open, on every platform and even when its parent is killed:
    /// the system then closes the pipe, and Azurite saves its index and ends. Ctrl-C reaches every process of a terminal
    /// at once; Azurite must outlast the host, which still has messages to put back, so SIGINT and SIGHUP are not for it.
    /// What it prints then has no reader, and an unread error about that would end it before it has saved.
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
        process.stdin.on('end', end).on('close', end).on('error', end).resume();
        require(process.argv[1]);
        """;
}
