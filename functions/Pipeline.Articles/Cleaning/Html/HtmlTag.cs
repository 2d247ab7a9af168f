namespace Pipeline.Articles.Cleaning.Html;

/// <summary>The elements that cleaning tells apart; every other element is <see cref="Unknown"/>.</summary>
internal enum HtmlTag : byte
{
    Text, Unknown,
    Html, Head, Body, Title, Meta, Link, Base, Script, Style, NoScript, Template, Frameset, Frame, NoFrames,
    Article, Main, Section, Nav, Aside, Header, Footer, Address, Search, HGroup,
    Div, Center, P, Pre, BlockQuote, Figure, FigCaption, Hr, Br, Wbr, Details, Summary, Dialog, FieldSet, Legend, Form, Menu,
    H1, H2, H3, H4, H5, H6,
    Ul, Ol, Li, Dl, Dt, Dd,
    Table, Caption, ColGroup, Col, THead, TBody, TFoot, Tr, Td, Th,
    A, B, I, U, S, Em, Strong, Small, Big, Font, Code, Tt, Strike, NoBr, Span, Mark, Abbr, Cite, Q, Sub, Sup, Ins, Del, Label, Time,
    Img, Picture, Source, Video, Audio, Track, Canvas, Svg, Math, IFrame, Object, Embed, Param, Area, Map,
    Input, Button, Select, Option, OptGroup, TextArea, Output, Progress, Meter, DataList, Xmp, PlainText, NoEmbed, Applet, Marquee,
}
