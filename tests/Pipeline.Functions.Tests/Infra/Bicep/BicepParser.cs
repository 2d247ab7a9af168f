namespace Pipeline.Functions.Tests.Infra.Bicep;

/// <summary>
/// Reads as much of Bicep as the files in infra/ use: declarations, objects, lists, loops, strings; all other expressions
/// are kept as written. It accepts more than Bicep does, and refuses what has no end.
/// </summary>
internal sealed class BicepParser(string text)
{
    private readonly BicepScanner _scanner = new(text);

    public IReadOnlyList<BicepDeclaration> ParseFile()
    {
        var declarations = new List<BicepDeclaration>();
        var decorators = new List<string>();
        for (_scanner.SkipSpace(lines: true); !_scanner.AtEnd; _scanner.SkipSpace(lines: true))
        {
            if (_scanner.TryTake('@'))
            {
                decorators.Add(_scanner.Code());
                continue;
            }
            if (Declaration() is { } declaration)
                declarations.Add(declaration with { Decorators = [.. decorators] });
            decorators.Clear();
        }
        return declarations;
    }

    private BicepDeclaration? Declaration()
    {
        var keyword = Word();
        switch (keyword)
        {
            case "targetScope":
                Assigned();
                return null;
            case "param":
                return new BicepDeclaration { Kind = BicepKind.Parameter, Name = Word(), Type = Word(), Value = TryAssigned() };
            case "var":
                return new BicepDeclaration { Kind = BicepKind.Variable, Name = Word(), Value = Assigned() };
            case "output":
                return new BicepDeclaration { Kind = BicepKind.Output, Name = Word(), Type = Word(), Value = Assigned() };
            case "resource" or "module":
                return Deployed(keyword == "module" ? BicepKind.Module : BicepKind.Resource);
            default:
                throw _scanner.Unexpected("a declaration");
        }
    }

    private BicepDeclaration Deployed(BicepKind kind)
    {
        var name = Word();
        _scanner.SkipSpace(lines: false);
        var type = _scanner.Quoted();
        _scanner.SkipSpace(lines: false);
        var existing = _scanner.TryTakeWord("existing");
        _scanner.SkipSpace(lines: false);
        _scanner.Take('=');
        _scanner.SkipSpace(lines: false);
        string? condition = null;
        if (_scanner.TryTakeWord("if"))
        {
            _scanner.SkipSpace(lines: false);
            var start = _scanner.Position;
            _scanner.SkipBrackets();
            condition = _scanner.Slice(start);
        }
        return new BicepDeclaration
        {
            Kind = kind,
            Name = name,
            Type = type,
            IsExisting = existing,
            Condition = condition,
            Value = Value(),
        };
    }

    private BicepValue? TryAssigned()
    {
        _scanner.SkipSpace(lines: false);
        return _scanner.Next == '=' ? Assigned() : null;
    }

    private BicepValue Assigned()
    {
        _scanner.SkipSpace(lines: false);
        _scanner.Take('=');
        return Value();
    }

    private BicepValue Value()
    {
        _scanner.SkipSpace(lines: false);
        var start = _scanner.Position;
        BicepValue? simple = _scanner.Next switch
        {
            '{' => Object(),
            '[' => ListOrLoop(),
            '\'' => new BicepValue.Text(_scanner.Quoted()),
            _ => null,
        };
        _scanner.SkipSpace(lines: false);
        if (simple is not null && _scanner.Next is '\n' or ',' or ']' or '}' or ')' or '\0')
            return simple;
        _scanner.Position = start;
        return new BicepValue.Expression(_scanner.Code());
    }

    private BicepValue.Object Object()
    {
        var properties = new List<KeyValuePair<string, BicepValue>>();
        _scanner.Take('{');
        for (Separators(); !_scanner.TryTake('}'); Separators())
        {
            // A nested resource; "resource:" is a property like any other.
            if (_scanner.Starts("resource ") && _scanner.TryTakeWord("resource"))
            {
                var nested = Deployed(BicepKind.Resource);
                properties.Add(new($"resource {nested.Name}", nested.Value!));
                continue;
            }
            var name = _scanner.Next == '\'' ? _scanner.Quoted() : _scanner.Word();
            _scanner.SkipSpace(lines: false);
            _scanner.Take(':');
            properties.Add(new(name, Value()));
        }
        return new BicepValue.Object(properties);
    }

    private BicepValue ListOrLoop()
    {
        _scanner.Take('[');
        Separators();
        if (_scanner.TryTakeWord("for"))
        {
            var head = _scanner.CodeToColon().Split(" in ", 2);
            _scanner.Take(':');
            var body = Value();
            Separators();
            _scanner.Take(']');
            return new BicepValue.Loop(head[0].Trim('(', ')').Split(", "), head[1], body);
        }
        var items = new List<BicepValue>();
        for (; !_scanner.TryTake(']'); Separators())
            items.Add(Value());
        return new BicepValue.List(items);
    }

    private string Word()
    {
        _scanner.SkipSpace(lines: false);
        return _scanner.Word();
    }

    private void Separators()
    {
        _scanner.SkipSpace(lines: true);
        while (_scanner.TryTake(','))
            _scanner.SkipSpace(lines: true);
    }
}
