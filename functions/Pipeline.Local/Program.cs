Console.WriteLine("The local host is not built yet.");
