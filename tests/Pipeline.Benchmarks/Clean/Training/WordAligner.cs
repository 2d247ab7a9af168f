namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>
/// Aligns a page's words with the gold article's: a longest common subsequence that prefers runs, so that a menu's stray "the" does
/// not win against a whole sentence.
/// </summary>
internal static class WordAligner
{
    private const long MostCells = 400_000_000;
    private const int Match = 1;
    private const int Run = 3;

    /// <returns>For each page word whether it is in the article; null when the page is too large.</returns>
    public static bool[]? Align(int[] page, int[] gold)
    {
        if ((long)page.Length * gold.Length > MostCells)
        {
            return null;
        }

        var width = gold.Length + 1;
        var moves = new byte[(long)(page.Length + 1) * width];
        var best = new int[width];
        var matched = new int[width];
        for (var i = 1; i <= page.Length; i++)
        {
            var (diagonalBest, diagonalMatched) = (best[0], matched[0]);
            var row = moves.AsSpan(i * width, width);
            for (var j = 1; j < width; j++)
            {
                var (upBest, upMatched) = (best[j], matched[j]);
                var now = upBest;
                byte move = 0;
                if (best[j - 1] > now)
                {
                    now = best[j - 1];
                    move = 1;
                }

                var run = 0;
                if (page[i - 1] == gold[j - 1])
                {
                    var byRun = diagonalMatched > 0 ? diagonalMatched + Run : 0;
                    run = Math.Max(diagonalBest + Match, byRun);
                    if (run >= now)
                    {
                        now = run;
                        move = byRun >= diagonalBest + Match ? (byte)3 : (byte)2;
                    }
                    else if (byRun >= diagonalBest + Match)
                    {
                        move |= 4;
                    }
                }

                (diagonalBest, diagonalMatched) = (upBest, upMatched);
                best[j] = now;
                matched[j] = run;
                row[j] = move;
            }
        }

        return Walk(moves, width, page.Length, gold.Length);
    }

    private static bool[] Walk(byte[] moves, int width, int pageWords, int goldWords)
    {
        var hit = new bool[pageWords];
        var (i, j) = (pageWords, goldWords);
        var inRun = false;
        while (i > 0 && j > 0)
        {
            var move = moves[((long)i * width) + j];
            if (inRun || (move & 3) >= 2)
            {
                hit[i - 1] = true;
                inRun = (move & 3) == 3 || (inRun && (move & 4) != 0);
                i--;
                j--;
            }
            else if ((move & 3) == 0)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return hit;
    }
}
