"""Reads what Dramatis has written with readers of other people, and says as JSON what they find.

Called with a folder; its files are named after the format. Answers {reader: {file: {nodes, edges} or {error}}},
where nodes are names and edges are pairs of names, both sorted. A reader that is not installed is null.
"""
import json
import os
import sys


def graph_of(edges, names):
    return {"nodes": sorted(names), "edges": sorted([a, b] for a, b in edges)}


def with_networkx(folder):
    import networkx as nx

    def data(file):
        with open(os.path.join(folder, file), encoding="utf-8") as text:
            return json.load(text)

    def cytoscape(file):
        # networkx wants what only networkx writes: a value of each node, a key of each edge, two flags.
        found = {"multigraph": True, "directed": True, **data(file)}
        for node in found["elements"]["nodes"]:
            node["data"]["value"] = node["data"]["id"]
        for edge in found["elements"]["edges"]:
            edge["data"]["key"] = edge["data"]["id"]
        return nx.cytoscape_graph(found)

    readers = {
        "gexf": lambda file: (nx.read_gexf(os.path.join(folder, file)), "label"),
        "graphml": lambda file: (nx.read_graphml(os.path.join(folder, file)), "name"),
        "pajek": lambda file: (nx.read_pajek(os.path.join(folder, file)), None),
        "node-link": lambda file: (nx.node_link_graph(data(file), edges="links"), "name"),
        "cytoscape-json": lambda file: (cytoscape(file), "name"),
    }

    def read(file):
        graph, key = readers[file](file)
        name = lambda node: node if key is None else graph.nodes[node].get(key, "")
        return graph_of(((name(a), name(b)) for a, b in graph.edges()), (name(node) for node in graph.nodes()))

    return {file: answer(read, file) for file in readers}


def with_igraph(folder):
    import igraph

    readers = {
        "graphml": (igraph.Graph.Read_GraphML, "name"),
        "pajek": (igraph.Graph.Read_Pajek, "name"),
    }

    def read(file):
        load, key = readers[file]
        graph = load(os.path.join(folder, file))
        names = graph.vs[key] if key in graph.vs.attributes() else graph.vs["id"]
        return graph_of(((names[edge.source], names[edge.target]) for edge in graph.es), names)

    return {file: answer(read, file) for file in readers}


def answer(read, file):
    try:
        return read(file)
    except Exception as error:  # Whatever a reader says is wanted by the test.
        return {"error": f"{type(error).__name__}: {error}"}


def installed(work, folder):
    try:
        return work(folder)
    except ImportError:
        return None


if __name__ == "__main__":
    found = {
        "networkx": installed(with_networkx, sys.argv[1]),
        "igraph": installed(with_igraph, sys.argv[1]),
    }
    json.dump(found, sys.stdout)
